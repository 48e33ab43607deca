import SluiceCore
import Testing

@testable import SluiceTUI

/// The lines of a page.
@Suite struct PageLinesTests {
  private func lines(_ texts: String...) -> [PageLine] { texts.map { PageLine(text: $0) } }

  private func page(_ parts: [PageLine]...) -> PageLines {
    var lines = PageLines()
    for part in parts { lines.append(part[...]) }
    return lines
  }

  @Test func linesAreTakenAcrossTheirParts() {
    let page = page(lines("a", "b"), [], lines("c"), lines("d", "e"))
    #expect(page.count == 5)
    for start in 0...6 {
      for limit in 0...6 {
        let expected = ["a", "b", "c", "d", "e"].dropFirst(start).prefix(limit)
        #expect(page.lines(from: start, atMost: limit).map(\.text) == Array(expected))
      }
    }
  }

  @Test func whatCanBeChangedIsFoundByItsLine() {
    var second = lines("c", "d")
    second[1].item = .due
    var page = page(lines("a", "b"))
    page.append(lines("none", "c", "d").dropFirst())
    page.append(second.dropFirst())
    #expect(page.place(of: .due) == 4)
    #expect(page.place(of: .title) == nil)
  }
}
