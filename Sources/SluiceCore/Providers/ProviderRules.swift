/// What a provider may be, and what of it may be shown.
public enum ProviderRules {
  /// The settings that are shown; every other one is taken for a secret and never comes back.
  ///
  /// Source: rule 7, last sentence.
  public static let shown: Set<String> = [
    "endpoint", "base_url", "model", "organization", "region", "version", "timeout",
  ]

  /// The most settings of one provider.
  public static let maximumSettings = 50

  /// A name or type without blanks at its ends, or why it is refused.
  public static func checkedWord(_ text: String, called what: String) throws(Rejection) -> String {
    guard let word = try TicketText.word(text, called: what) else {
      throw .invalidValue(attribute: what, message: "A provider needs a \(what).")
    }
    return word
  }

  /// A configuration that can be kept, or why it is refused; no message holds a value.
  public static func checked(_ config: [String: String]) throws(Rejection) -> [String: String] {
    guard config.count <= maximumSettings else {
      throw .invalidValue(
        attribute: "config", message: "A provider has at most \(maximumSettings) settings.")
    }
    for (name, value) in config.sorted(by: { $0.key < $1.key }) {
      guard !name.isEmpty,
        name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
      else {
        throw .invalidValue(
          attribute: "config",
          message: "The name of a setting is made of letters, digits and “_”, not “\(name)”.")
      }
      guard !value.isEmpty, value.utf8.count <= 10_000, !value.contains(where: \.isNewline) else {
        throw .invalidValue(
          attribute: "config.\(name)",
          message: "The setting “\(name)” is one line of 1 to 10000 bytes.")
      }
    }
    try checkEndpoint(config)
    return config
  }

  /// The address that a test calls; `nil` without one.
  public static func endpoint(of config: [String: String]) -> String? {
    config["endpoint"] ?? config["base_url"]
  }

  /// An address is shown, so it must not carry a password, nor a query that could hold a key.
  private static func checkEndpoint(_ config: [String: String]) throws(Rejection) {
    for name in ["endpoint", "base_url"] {
      guard let address = config[name] else { continue }
      let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
      let host = address.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" }
      guard isWeb, !host.isEmpty, !address.contains(where: "?#@ \\".contains) else {
        throw .invalidValue(
          attribute: "config.\(name)",
          message: "The setting “\(name)” is an address such as https://api.example.org/v1, "
            + "without name, password or query; what is secret is a setting of its own.")
      }
    }
  }
}
