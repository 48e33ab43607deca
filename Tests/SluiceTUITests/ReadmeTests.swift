import FoundationEssentials
import Testing

@testable import SluiceTUI

/// The README's key table is made from the table of commands, and this holds the two together.
@Suite struct ReadmeTests {
  @Test func listsEveryCommandInOrder() throws {
    let expected = Self.rows(CommandTable.all)
    let found = try Self.readme().split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("| ") && expected.contains($0) }
    #expect(found == expected)
  }

  @Test func writesAGroupOnlyOnce() {
    let rows = Self.rows(Array(CommandTable.all.prefix(2)))
    #expect(
      rows == ["| Go | `h ←` | the column to the left |", "|  | `l →` | the column to the right |"])
  }

  @Test func theExampleOfSettingsIsRead() throws {
    let readme = try Self.readme()
    let parts = readme.split(separator: "```json5\n").dropFirst().compactMap {
      $0.split(separator: "\n```").first
    }
    let text = try #require(parts.first)
    let settings = try Settings(reading: Array(text.utf8))
    #expect(settings.keymap.keys(of: .carryOn, in: .board).map(\.name) == ["L", ", n"])
    #expect(settings.keymap.keys(of: .undo, in: .gate).map(\.name) == ["u", "C-_"])
    #expect(settings.customCommands.map(\.name) == ["browse", "note"])
    #expect(settings.theme == "light")
  }

  static func rows(_ commands: [Command]) -> [String] {
    var former: Command.Group?
    return commands.map { command in
      defer { former = command.group }
      let group = command.group == former ? "" : command.group.rawValue
      let keys = Keymap.standard.list(of: command)
      return "| \(group) | `\(keys.isEmpty ? ":" + command.name : keys)` | \(command.summary) |"
    }
  }

  private static func readme() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return String(decoding: try Data(contentsOf: root.appending(path: "README.md")), as: UTF8.self)
  }
}
