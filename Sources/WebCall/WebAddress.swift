/// What may be called: anyone with TLS, and without it only this machine.
enum WebAddress {
  /// Whether the address may be called with a secret.
  static func isAllowed(_ address: String) -> Bool {
    if address.hasPrefix("https://") { return true }
    return isLoopback(address)
  }

  /// Whether the address is of this machine, without TLS.
  static func isLoopback(_ address: String) -> Bool {
    // Some readers of addresses take a backslash for a slash, and others for part of a name.
    guard address.hasPrefix("http://"), !address.contains("\\") else { return false }
    let authority = address.dropFirst("http://".count).prefix { !"/?#\\".contains($0) }
    guard !authority.hasPrefix("[::1]") else {
      return isPort(authority.dropFirst("[::1]".count))
    }
    let host = authority.prefix { $0 != ":" }
    guard isPort(authority.dropFirst(host.count)) else { return false }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isNumeric = parts.count == 4 && parts.allSatisfy { number($0, to: 255) != nil }
    return host == "localhost" || isNumeric && parts[0] == "127"
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || text.first == ":" && number(text.dropFirst(), to: 65_535) != nil
  }

  /// A number of digits alone, without a sign and without a zero in front, which some readers take for octal.
  private static func number(_ text: Substring, to limit: Int) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.count <= 5,
      text == "0" || text.first != "0", let number = Int(text), number <= limit
    else { return nil }
    return number
  }
}
