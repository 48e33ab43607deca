/// Tables, as GitHub has them.
extension BlockParser {
  /// How many columns a table has at most; what has more is read as text.
  private static let mostColumns = 64

  /// Whether the first of the lines is the head of a table.
  mutating func isTable(_ lines: ArraySlice<Line>) -> Bool {
    alignments(below: lines) != nil
  }

  /// Takes a table from the top of the lines, if one is there.
  mutating func table(_ rest: inout ArraySlice<Line>, depth: Int) -> Block? {
    guard let alignments = alignments(below: rest), let head = rest.first else { return nil }
    let header = cells(of: head, atMost: alignments.count)
    var rows: [[[Inline]]] = []
    rest = rest.dropFirst(2)
    while let line = rest.first, !interrupts(line, depth: depth) {
      rows.append(cells(of: line, atMost: alignments.count))
      rest = rest.dropFirst()
    }
    return .table(Block.Table(alignments: alignments, header: header, rows: rows))
  }

  /// What the second line says of the columns; `nil` if the two begin no table.
  private mutating func alignments(below lines: ArraySlice<Line>) -> [Block.Table.Alignment]? {
    guard let head = lines.first, let line = lines.dropFirst().first, line.indent < 4,
      let first = line.rest.first, first == .pipe || first == .minus || first == .colon
    else { return nil }
    steps += head.rest.count + line.rest.count
    guard head.rest.contains(.pipe) else { return nil }
    let cells = Cells(line.rest, atMost: Self.mostColumns + 1).all
    let alignments = cells.compactMap { Block.Table.Alignment($0[...]) }
    guard alignments.count == cells.count, cells.count <= Self.mostColumns,
      Cells(head.rest, atMost: Self.mostColumns + 1).all.count == cells.count
    else { return nil }
    return alignments
  }

  private mutating func cells(of line: Line, atMost count: Int) -> [[Inline]] {
    steps += line.rest.count
    return Cells(line.rest, atMost: count).all.map { inlines($0[...]) }
  }
}

/// The texts between the pipes of a line.
private struct Cells {
  /// From the left; what is beyond the last column stays in it.
  private(set) var all: [[UInt8]] = []

  init(_ bytes: ArraySlice<UInt8>, atMost count: Int) {
    var line = bytes.trimmingBlanks
    if line.first == .pipe { line = line.dropFirst() }
    if line.last == .pipe, line.dropLast().last != .backslash { line = line.dropLast() }
    var cell: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if byte == .pipe, isEscaped {
        cell[cell.count - 1] = byte
      } else if byte == .pipe, all.count < count - 1 {
        all.append(cell)
        cell = []
      } else {
        cell.append(byte)
      }
      isEscaped = byte == .backslash && !isEscaped
    }
    all.append(cell)
  }
}

extension Block.Table.Alignment {
  /// Reads dashes with a colon at the side where the text stands.
  fileprivate init?(_ bytes: ArraySlice<UInt8>) {
    var dashes = bytes.trimmingBlanks
    let isLeading = dashes.first == .colon
    if isLeading { dashes = dashes.dropFirst() }
    let isTrailing = dashes.last == .colon
    if isTrailing { dashes = dashes.dropLast() }
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == .minus }) else { return nil }
    self = isTrailing ? isLeading ? .center : .trailing : .leading
  }
}
