import SluiceCore

extension Session {
  /// The settings that the command line brings, secrets from where nobody else sees them.
  func providerSettings() throws(Failure) -> [String: String] {
    var settings: [String: String] = [:]
    for text in invocation.all(.config) {
      let (name, value) = try setting(text)
      guard ProviderRules.shown.contains(name) else { throw secretInSight(name) }
      settings[name] = value
    }
    for text in invocation.all(.secretFile) {
      guard let (name, file) = Self.divided(text) else {
        throw .usage("--secret-file needs NAME=FILE.", next: helpCommand)
      }
      settings[name] = Self.firstLine(of: try Files.read(file))
    }
    guard !invocation.has(.configStdin) || !invocation.has(.secret) else {
      throw .usage(
        "--config-stdin and --secret would both read the standard input.", next: helpCommand)
    }
    for name in invocation.all(.secret) { settings[name] = try secret(name) }
    if invocation.has(.configStdin) { try readSettings(into: &settings) }
    return settings
  }

  private func setting(_ text: String) throws(Failure) -> (String, String) {
    // What cannot be told apart may be a secret, so it is not repeated.
    guard let pair = Self.divided(text) else {
      throw .usage("--config needs NAME=VALUE.", next: helpCommand)
    }
    return pair
  }

  private func secretInSight(_ name: String) -> Failure {
    var failure = Failure.usage(
      "“\(name)” is kept secret, and everyone on this machine can read a command line.",
      next: helpCommand)
    failure.nextStep =
      "Give it with --secret \(name), which asks for it, or --secret-file \(name)=FILE; "
      + "what has been typed should be replaced."
    return failure
  }

  private func secret(_ name: String) throws(Failure) -> String {
    if canAsk {
      try host.messages.write("\(name): ")
      try host.messages.flush()
    }
    guard let value = try canAsk ? host.readSecret() : host.readLine(), !value.isEmpty else {
      throw .usage("No value was given for “\(name)”.", next: helpCommand)
    }
    return value
  }

  /// Lines of `NAME=VALUE`, as files of environment variables have them.
  private func readSettings(into settings: inout [String: String]) throws(Failure) {
    var number = 0
    while let line = host.readLine() {
      number += 1
      guard !line.trimmingBlanks.isEmpty, !line.hasPrefix("#") else { continue }
      guard let (name, value) = Self.divided(line) else {
        throw .usage(
          "Line \(number) of the standard input is not NAME=VALUE.", next: helpCommand)
      }
      settings[name] = value
    }
  }

  private static func divided(_ text: String) -> (String, String)? {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    return (String(text[..<sign]).trimmingBlanks, String(text[text.index(after: sign)...]))
  }

  private static func firstLine(of bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
  }

  /// Whether work may be given to the provider, if the command line says so.
  func providerActivity() throws(Failure) -> Bool? {
    let (isOn, isOff) = (invocation.has(.active), invocation.has(.inactive))
    guard !isOn || !isOff else {
      throw .usage("--active and --inactive exclude each other.", next: helpCommand)
    }
    return isOn ? true : isOff ? false : nil
  }
}

extension Option {
  static let config = Option(
    "config", "NAME=VALUE",
    "a setting that may be seen: " + ProviderRules.shown.sorted().prefix(2).joined(separator: ", ")
      + " and others")
  static let configStdin = Option(
    "config-stdin", "read settings, secret ones too, as lines of NAME=VALUE")
  static let secret = Option(
    "secret", "NAME", "ask for a secret setting, or read a line of the standard input")
  static let secretFile = Option(
    "secret-file", "NAME=FILE", "take a secret setting from the first line of a file")
  static let active = Option("active", "work may be given to it")
  static let inactive = Option("inactive", "no work is given to it")
  /// Every way to give settings.
  static let settings: [Option] = [.config, .secret, .secretFile, .configStdin]
}
