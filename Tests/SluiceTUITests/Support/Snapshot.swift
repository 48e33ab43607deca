import Drawing
import FoundationEssentials
import Glibc
import Testing

@testable import SluiceTUI

/// Compares a whole screen, cursor included, with the file of that name.
///
/// `SLUICE_RECORD_SCREENS=1` writes the files anew and fails, so that no run passes by recording.
func expectScreen(
  _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let cursor = frame.cursor.map { "column \($0.column), row \($0.row)" } ?? "hidden"
  let text = "\(frame.description)\ncursor: \(cursor)\n"
  let path = snapshotFolder + "/\(name).txt"
  if getenv("SLUICE_RECORD_SCREENS") != nil {
    try? Data(text.utf8).write(to: URL(filePath: path))
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let recorded = (try? Data(contentsOf: URL(filePath: path))).map {
    String(decoding: $0, as: UTF8.self)
  }
  guard let recorded else {
    Issue.record("no screen \(name) was recorded", sourceLocation: sourceLocation)
    return
  }
  if recorded != text {
    Issue.record(
      "screen \(name) differs; expected\n\(recorded)\nbut it is\n\(text)",
      sourceLocation: sourceLocation)
  }
}

private let snapshotFolder: String = {
  let here = String(#filePath)
  let support = here.prefix(upTo: here.lastIndex(of: "/") ?? here.endIndex)
  return support.prefix(upTo: support.lastIndex(of: "/") ?? support.endIndex) + "/__Snapshots__"
}()

extension Frame {
  /// The text of a rectangle, rows trimmed at their right.
  func text(in rect: Rect) -> String {
    (rect.top..<rect.bottom).map { row in
      var line = (rect.left..<rect.right).reduce(into: "") { line, column in
        if let cell = canvas[column, row] { line += canvas.text(of: cell) }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
    .joined(separator: "\n")
  }

  /// The styles of some rows by the names of themes; a role of `roles` alone, if any are given.
  func styles(rows: Range<Int>? = nil, roles: Set<Role> = [], overlaid: Bool = false) -> String {
    let all = styleDescription { style in
      guard let role = Role(rawValue: style.role) else { return "?" }
      if !roles.isEmpty, !roles.contains(role) { return nil }
      if overlaid, style.overlay.isEmpty { return nil }
      let overlays = Overlay.names.enumerated().filter {
        style.overlay.contains(Overlay(rawValue: 1 << UInt8($0.offset)))
      }
      return ([role.name] + overlays.map(\.element)).joined(separator: "+")
    }
    guard let rows else { return all }
    return all.split(separator: "\n").filter { line in
      line.split(separator: ":").first.flatMap { Int($0) }.map(rows.contains) ?? false
    }
    .joined(separator: "\n")
  }
}
