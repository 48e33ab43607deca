/// What a person has set up for the board.
public struct Settings: Equatable, Sendable {
  /// Which keys call what.
  var keymap: Keymap
  /// What the person can have done besides.
  var customCommands: [CustomCommand] = []
  /// The name of the theme that holds where nothing else names one.
  public private(set) var theme: String?

  /// What holds where nothing is set up.
  public static let standard = Settings(keymap: .standard)

  init(keymap: Keymap, customCommands: [CustomCommand] = [], theme: String? = nil) {
    self.keymap = keymap
    self.customCommands = customCommands
    self.theme = theme
  }

  /// Reads the text of a settings file, which is JSON5.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - themeFault: Why a theme of that name cannot be used, as sentences; `nil` if it can.
  /// - Throws: A ``SettingsError`` with everything that is wrong, each with its place.
  public init(
    reading bytes: [UInt8], themeFault: (String) -> String? = { _ in nil }
  ) throws(SettingsError) {
    self = try SettingsReader.read(bytes, themeFault)
  }

  /// What a settings file says that changes nothing yet.
  public static let template = """
    // Settings of Sluice. What is left out stays as it is; “sluice keys” lists all commands.
    {
      keys: {
        preset: "vim", // or "arrows", or "emacs"
        // board: { "carry-on": ["L", "C-x n"], "carry-back": "H" },
      },
      // theme: "light",
      // commands: [
      //   { name: "browse", key: ", b", run: ["xdg-open", "https://board.example/{key}"] },
      // ],
    }

    """
}

/// Everything that is wrong with a settings file.
public struct SettingsError: Error, Equatable {
  /// The faults in the order of their places; never empty.
  public let faults: [SettingsFault]
}

/// One fault of a settings file.
public struct SettingsFault: Error, Equatable, CustomStringConvertible, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in characters.
  public let column: Int
  /// What is wrong and what would help, as sentences.
  public let message: String

  /// The place and the message.
  public var description: String { "line \(line), column \(column): \(message)" }
}
