/// The lines of a page in their order, as the parts that they were laid out in.
///
/// A part is shared and not copied, so that a page costs as many steps as it has parts, however long its texts are.
struct PageLines: Equatable {
  private(set) var parts: [ArraySlice<PageLine>] = []
  private(set) var count = 0

  init(_ lines: [PageLine] = []) {
    append(lines[...])
  }

  mutating func append(_ lines: ArraySlice<PageLine>) {
    guard !lines.isEmpty else { return }
    parts.append(lines)
    count += lines.count
  }

  /// Some of the lines, from one on.
  func lines(from start: Int, atMost limit: Int) -> [PageLine] {
    var lines: [PageLine] = []
    var skipped = start
    for part in parts where lines.count < limit {
      lines += part.dropFirst(skipped).prefix(limit - lines.count)
      skipped = max(0, skipped - part.count)
    }
    return lines
  }

  /// The number of the first line that says something of the ticket.
  func place(of item: PageItem) -> Int? {
    var start = 0
    for part in parts {
      if let index = part.firstIndex(where: { $0.item == item }) {
        return start + index - part.startIndex
      }
      start += part.count
    }
    return nil
  }
}
