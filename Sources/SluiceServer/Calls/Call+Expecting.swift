internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore

extension Call {
  /// What the caller believes of the ticket: by `If-Match`, or by a member of the body.
  ///
  /// Source: rule 10.
  func expectation() throws(APIError) -> Expectation {
    let isCamel = route.dialect == .camel
    var expectation = Expectation(
      version: number(isCamel ? "expectedVersion" : "expected_version"),
      status: text(isCamel ? "expectedStatus" : "expected_status"))
    guard let version = try versionOfHeader() else { return expectation }
    guard expectation.version ?? version == version else {
      throw .malformed("If-Match and the body expect different versions.")
    }
    expectation.version = version
    return expectation
  }

  private func versionOfHeader() throws(APIError) -> Int? {
    guard let tag = request.headers["If-Match"], tag != "*" else { return nil }
    let isQuoted = tag.utf8.count > 2 && tag.hasPrefix("\"") && tag.hasSuffix("\"")
    guard let version = isQuoted ? Int(tag.dropFirst().dropLast()) : Int(tag), version >= 0 else {
      throw .malformed("If-Match is the version of the ticket in quotes, as ETag had it: \"3\".")
    }
    return version
  }

  /// A member of the body; `nil` also if it is `null`.
  func member(_ name: String) -> JSONValue? {
    guard case .object(let members) = body, let value = members[name], value != .null else {
      return nil
    }
    return value
  }

  /// Whether the body names a member, be it with `null`.
  func has(_ name: String) -> Bool {
    if case .object(let members) = body { members[name] != nil } else { false }
  }

  /// The text of a member of the body.
  func text(_ name: String) -> String? {
    if case .string(let text)? = member(name) { text } else { nil }
  }

  /// The whole number of a member of the body.
  func number(_ name: String) -> Int? {
    if case .number(let number)? = member(name) { Int(exactly: number) } else { nil }
  }

  /// The truth of a member of the body.
  func flag(_ name: String) -> Bool? {
    if case .bool(let flag)? = member(name) { flag } else { nil }
  }

  /// The texts of a list of the body.
  func texts(_ name: String) -> [String]? {
    guard case .array(let values)? = member(name) else { return nil }
    return values.compactMap { value in
      if case .string(let text) = value { text } else { nil }
    }
  }
}
