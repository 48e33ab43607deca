import Drawing
import Testing

@Suite struct CanvasCopyingTests {
  @Test func `A rectangle is taken over with its clusters, and nothing around it`() {
    let size = Size(columns: 8, rows: 2)
    var source = Canvas(size: size)
    source.write("ab👩‍👩‍👧cd", at: .zero, style: Style(role: 3))
    source.write("second", at: Point(column: 0, row: 1), style: .plain)
    var target = Canvas(size: size)
    target.write("🇩🇪", at: Point(column: 6, row: 1), style: .plain)

    target.copy(Rect(left: 1, top: 0, columns: 4, rows: 1), from: source)

    #expect(Frame(canvas: target).description == " b👩‍👩‍👧c\n      🇩🇪")
    #expect(Frame(canvas: target).style(column: 2, row: 0) == Style(role: 3))
  }

  @Test func `A rectangle is taken to another place, as far as both canvases hold it`() {
    let size = Size(columns: 6, rows: 3)
    var source = Canvas(size: size)
    source.write("a👩‍👩‍👧d", at: .zero, style: .plain)
    source.write("second", at: Point(column: 0, row: 1), style: .plain)
    var target = Canvas(size: size)

    target.copy(
      Rect(left: 0, top: 0, columns: 4, rows: 2), from: source, to: Point(column: 1, row: 2))
    #expect(Frame(canvas: target).description == "\n\n a👩‍👩‍👧d")

    target = Canvas(size: size)
    target.copy(
      Rect(left: -1, top: 1, columns: 4, rows: 9), from: source, to: Point(column: 0, row: 0))
    #expect(Frame(canvas: target).description == " sec\n\n")
  }

  @Test func `A canvas of another size, or a rectangle outside, changes nothing`() {
    var target = Canvas(size: Size(columns: 4, rows: 1))
    target.write("abcd", at: .zero, style: .plain)
    let former = target

    target.copy(target.bounds, from: Canvas(size: Size(columns: 5, rows: 1)))
    target.copy(Rect(left: 9, top: 0, columns: 2, rows: 1), from: Canvas(size: target.size))

    #expect(target == former)
  }
}
