import Drawing
import Glibc
import Testing

@testable import SluiceTUI

/// Holds the files in `themes/` to what the board promises of them.
@Suite struct ThemeFilesTests {
  static let names = ["dark", "high-contrast", "light", "terminal"]

  private static let folder =
    #filePath.split(separator: "/").dropLast(3)
    .map { "/\($0)" }.joined() + "/themes"

  private static func theme(_ name: String) throws -> Theme {
    let path = "\(folder)/\(name).theme"
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    return try Theme.parse(text, named: path) { try? theme($0) }
  }

  private static func contrast(_ appearance: Appearance) throws -> Double {
    let front = try #require(appearance.foreground.components)
    let back = try #require(appearance.background.components)
    let bright = [luminance(front), luminance(back)].sorted()
    return (bright[1] + 0.05) / (bright[0] + 0.05)
  }

  /// Relative luminance (WCAG 2, 1.4.3).
  private static func luminance(_ color: (red: UInt8, green: UInt8, blue: UInt8)) -> Double {
    func linear(_ value: UInt8) -> Double {
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  @Test func `The folder holds these themes and no other`() throws {
    let directory = try #require(opendir(ThemeFilesTests.folder))
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".theme") { found.append(String(name.dropLast(6))) }
    }
    #expect(found.sorted() == ThemeFilesTests.names)
  }

  @Test(arguments: names)
  func `Every file is a theme that paints every role`(name: String) throws {
    let theme = try ThemeFilesTests.theme(name)

    #expect(theme.name == name)
    #expect(theme.palette.roles.count == Role.allCases.count)
    #expect(Role.allCases.filter { theme.roles[Int($0.rawValue)] == .inherited } == [])
  }

  @Test func `The compiled themes are the dark and the terminal file`() throws {
    #expect(try ThemeFilesTests.theme("dark") == .standard)
    #expect(try ThemeFilesTests.theme("terminal") == .terminal)
  }

  @Test(arguments: [("dark", 4.5), ("light", 4.5), ("high-contrast", 7)])
  func `Text stands out from its background`(name: String, least: Double) throws {
    let palette = try ThemeFilesTests.theme(name).palette
    for role in Role.allCases {
      // Lines are no text; WCAG 1.4.11 asks less of them.
      let least = role == .border || role == .progressRest ? min(least, 3) : least
      let style = Style(role)
      #expect(try ThemeFilesTests.contrast(palette.appearance(of: style)) >= least, "\(role)")
      // A border is never part of what has the focus.
      guard role != .border, role != .progressRest else { continue }
      let focused = palette.appearance(of: style.adding(.focused))
      #expect(try ThemeFilesTests.contrast(focused) >= least, "\(role), focused")
    }
    for overlay in [Overlay.marked, .dimmed, .struck, [.marked, .focused], [.struck, .focused]] {
      let appearance = palette.appearance(of: Style(.cardTitle, overlay))
      #expect(try ThemeFilesTests.contrast(appearance) >= least, "\(overlay)")
    }
  }

  @Test func `The terminal theme supposes no background and uses the sixteen colours only`() throws
  {
    let palette = try ThemeFilesTests.theme("terminal").palette
    for appearance in palette.roles + palette.overlays {
      #expect(appearance.background == .standard)
      switch appearance.foreground {
      case .standard: break
      // Black, yellow and white vanish on one background or the other.
      case .ansi(let index): #expect([1, 2, 4, 5, 6].contains(index))
      default: Issue.record("\(appearance)")
      }
    }
  }

  @Test(arguments: names)
  func `Without colour the roles that must differ still do`(name: String) throws {
    let palette = try ThemeFilesTests.theme(name).palette
    func mono(_ style: Style) -> Appearance {
      palette.appearance(of: style).reduced(to: .mono, plain: palette.plain)
    }

    #expect(mono(Style(.columnTitle)) != mono(Style(.columnTitleFocused)))
    #expect(mono(Style(.paneTab)) != mono(Style(.paneTabActive)))
    #expect(mono(Style(.selection)) != mono(.plain))
    #expect(mono(Style(.cardTitle, .focused)) != mono(Style(.cardTitle)))
    #expect(mono(Style(.cardTitle, .marked)) != mono(Style(.cardTitle)))
    #expect(mono(Style(.cardTitle, .struck)) != mono(Style(.cardTitle)))
  }
}
