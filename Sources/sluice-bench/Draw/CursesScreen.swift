import CBaseline
import Drawing
import Glibc

/// Frames as a curses program draws them: the same cells, in runs of one look each.
final class CursesScreen {
  private let screen: OpaquePointer
  private let pictures: [Picture]
  private let file: String

  /// What one frame shows, in arrays as C wants them.
  private struct Picture {
    var runs: [baseline_run] = []
    var text: [Int32] = []
    var cursor = Point.zero

    func withC(_ body: (inout baseline_picture) -> Void) {
      runs.withUnsafeBufferPointer { runs in
        text.withUnsafeBufferPointer { text in
          var picture = baseline_picture(
            runs: runs.baseAddress, run_count: Int32(runs.count), text: text.baseAddress,
            cursor_row: Int16(cursor.row), cursor_column: Int16(cursor.column))
          body(&picture)
        }
      }
    }
  }

  /// Opens curses on a file and prepares the frames.
  init(frames: [Frame], palette: Palette) throws(BenchError) {
    var looks = Looks(palette)
    pictures = frames.map { Self.picture(of: $0, &looks) }
    var template = Array("/tmp/sluice-bench-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0, let size = frames.first?.size else { throw .system("mkstemp") }
    close(descriptor)
    file = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let styles = looks.styles
    guard
      let screen = baseline_screen_open(
        file, Int32(size.columns), Int32(size.rows), styles, Int32(styles.count))
    else { throw BenchError("curses cannot be started.") }
    self.screen = screen
  }

  deinit {
    baseline_screen_close(screen)
    unlink(file)
  }

  /// Shows the frames in turn, so many in all, and answers the bytes that this took.
  func show(times: Int, whole: Bool) throws(BenchError) -> Int {
    pictures.last?.withC { baseline_screen_show(screen, &$0, 0) }
    let before = baseline_screen_bytes(screen)
    for time in 0..<times {
      pictures[time % pictures.count].withC { baseline_screen_show(screen, &$0, whole ? 1 : 0) }
    }
    return Int(baseline_screen_bytes(screen) - before)
  }

  private static func picture(of frame: Frame, _ looks: inout Looks) -> Picture {
    var picture = Picture()
    picture.cursor = frame.cursor ?? .zero
    for row in 0..<frame.size.rows {
      var column = 0
      while column < frame.size.columns {
        column = add(from: column, row, of: frame.canvas, &looks, to: &picture)
      }
    }
    return picture
  }

  /// Adds the run that begins at a column, without blanks that the background gives anyway, and answers
  /// where it ends.
  private static func add(
    from start: Int, _ row: Int, of canvas: Canvas, _ looks: inout Looks, to picture: inout Picture
  ) -> Int {
    guard let style = canvas[start, row]?.style else { return start + 1 }
    var end = start
    var (first, last) = (Int.max, start)
    while let cell = canvas[end, row], cell.style == style {
      end += 1
      if cell.isBlank, looks.hasPlainBlank(style) { continue }
      first = min(first, end - 1)
      last = end
    }
    guard first < last else { return end }
    let text = (first..<last).compactMap { canvas[$0, row] }.flatMap { cell in
      canvas.text(of: cell).unicodeScalars.map { Int32($0.value) }
    }
    picture.runs.append(
      baseline_run(
        row: Int16(row), column: Int16(first), text: Int32(picture.text.count),
        length: Int32(text.count), style: looks.index(of: style)))
    picture.text += text
    return end
  }
}
