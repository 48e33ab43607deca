import Drawing
import Testing

@Suite struct RectTests {
  @Test func `Parts and rest make up the whole`() {
    let rect = Rect(left: 2, top: 1, columns: 10, rows: 6)

    #expect(rect.dividedLeft(3).part == Rect(left: 2, top: 1, columns: 3, rows: 6))
    #expect(rect.dividedLeft(3).rest == Rect(left: 5, top: 1, columns: 7, rows: 6))
    #expect(rect.dividedRight(3).part == Rect(left: 9, top: 1, columns: 3, rows: 6))
    #expect(rect.dividedTop(2).rest == Rect(left: 2, top: 3, columns: 10, rows: 4))
    #expect(rect.dividedBottom(2).part == Rect(left: 2, top: 5, columns: 10, rows: 2))
    #expect(rect.inset(columns: 1, rows: 2) == Rect(left: 3, top: 3, columns: 8, rows: 2))
    #expect(rect.line(5) == Rect(left: 2, top: 6, columns: 10, rows: 1))
    #expect(rect.line(6).isEmpty)
  }

  @Test func `Rectangles share what lies in both`() {
    let rect = Rect(left: 0, top: 0, columns: 4, rows: 4)

    #expect(
      rect.intersection(Rect(left: 2, top: 3, columns: 9, rows: 9))
        == Rect(left: 2, top: 3, columns: 2, rows: 1))
    #expect(rect.intersection(Rect(left: 4, top: 0, columns: 1, rows: 1)).isEmpty)
  }

  @Test(arguments: [Int.min, -1, 0, 1, 7, Int.max])
  func `No number makes a part stick out or traps`(number: Int) {
    let rect = Rect(left: 2, top: 1, columns: 10, rows: 6)
    let parts = [
      rect.dividedLeft(number).part, rect.dividedLeft(number).rest,
      rect.dividedRight(number).part, rect.dividedTop(number).rest,
      rect.dividedBottom(number).part, rect.inset(columns: number, rows: number),
      rect.inset(left: number), rect.line(number),
    ]

    for part in parts where !part.isEmpty {
      #expect(rect.intersection(part) == part)
    }
    let far = Rect(left: number, top: number, columns: number, rows: number)
    #expect(far.right >= far.left && far.bottom >= far.top)
    #expect(Point(column: 1, row: 1).moved(columns: number, rows: number).column <= Point.limit)
  }
}
