import Glibc

/// Turns frames into the bytes that bring a terminal from one to the next.
///
/// It knows where it left the cursor and in which style, and performs no input or output. Rows that
/// did not change cost one comparison of memory. What changed is written style by style.
public struct FrameEncoder {
  let charset: Charset
  let controls: ControlStrings
  var table: PaintTable

  /// Where the cursor is; -1 where terminals may disagree.
  var cursorColumn = -1
  var cursorRow = -1
  /// The paint the terminal writes in, or `nil` when unknown.
  var pen: PaintTable.Number?
  /// What of the frame that is being encoded has yet to be written.
  var runs = RunList()
  /// The clusters of the frame that is being encoded.
  var clusters = ClusterTable()
  private var isCursorShown: Bool?

  /// Creates an encoder for one terminal and palette.
  public init(
    palette: Palette, depth: ColorDepth, charset: Charset = .unicode, controls: ControlStrings
  ) {
    self.charset = charset
    self.controls = controls
    table = PaintTable(
      renderer: PaintRenderer(palette: palette, depth: depth, controls: controls))
  }

  /// Forgets what the terminal shows and where its cursor is, as after someone else wrote to it.
  public mutating func forget() {
    cursorColumn = -1
    cursorRow = -1
    pen = nil
    isCursorShown = nil
  }

  /// Appends what changes the terminal from `previous` to `next`; nothing if they are equal.
  ///
  /// - Parameters:
  ///   - next: The frame to show.
  ///   - previous: The frame this encoder encoded last; `nil`, or one of another size, repaints
  ///     everything.
  ///   - output: Where the bytes go; what it holds stays in front.
  public mutating func encode(
    _ next: Frame, after previous: Frame?, into output: inout [UInt8]
  ) {
    let old = previous.flatMap { $0.size == next.size ? $0 : nil }
    if let old {
      let cells =
        old.canvas.clusters == next.canvas.clusters
        ? old.canvas.cells : old.canvas.cells(numberedBy: next.canvas.clusters)
      encodeRows(of: next.canvas, after: cells, oldStride: next.size.columns, into: &output)
    } else {
      encodeWhole(next.canvas, into: &output)
    }
    placeCursor(next, into: &output)
  }

  private mutating func encodeWhole(_ canvas: Canvas, into output: inout [UInt8]) {
    forget()
    setPen(Style.plain.packed, into: &output)
    output += controls.clear
    cursorColumn = 0
    cursorRow = 0
    let plain = table.number(of: Style.plain.packed)
    // A screen cleared to another background than plain text's equals no cell.
    let cleared = Array(
      repeating: table.paints[plain].isErasable ? Cell.blank : .unlike, count: canvas.size.columns)
    encodeRows(of: canvas, after: cleared, oldStride: 0, into: &output)
  }

  private mutating func encodeRows(
    of canvas: Canvas, after oldCells: [Cell], oldStride: Int, into output: inout [UInt8]
  ) {
    clusters = canvas.clusters
    canvas.cells.withUnsafeBufferPointer { next in
      oldCells.withUnsafeBufferPointer { old in
        guard let next = next.baseAddress, let old = old.baseAddress else { return }
        encode(
          Rows(size: canvas.size, new: next, old: old, oldStride: oldStride), into: &output)
      }
    }
  }

  private mutating func encode(_ rows: Rows, into output: inout [UInt8]) {
    for number in 0..<rows.size.rows where !rows.isSame(number) {
      if collect(rows[number]) { continue }
      runs.removeRuns(of: number)
      encode(rows[number], into: &output)
    }
    writeRuns(rows, into: &output)
  }

  private mutating func placeCursor(_ frame: Frame, into output: inout [UInt8]) {
    let cursor = frame.cursor.flatMap { frame.canvas.bounds.contains($0) ? $0 : nil }
    if let cursor { move(toColumn: cursor.column, row: cursor.row, into: &output) }
    let isShown = cursor != nil
    guard isShown != isCursorShown else { return }
    output += isShown ? controls.showCursor : controls.hideCursor
    isCursorShown = isShown
  }
}

extension Cell {
  /// A cell no canvas holds.
  fileprivate static let unlike = Cell(glyph: .max, packedStyle: 0, width: 1)
}
