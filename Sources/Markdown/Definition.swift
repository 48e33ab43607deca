/// Where a label leads, as a line such as `[label]: https://… "title"` says.
public struct Definition: Equatable, Sendable {
  /// What stands in brackets.
  public let label: String
  /// Where it leads.
  public let address: String
  /// What is said of it.
  public let title: String?

  /// How long a label may be, in bytes; source: CommonMark 0.30, 4.7.
  static let longestLabel = 999

  /// Reads a line as a definition.
  init?(_ line: Line) {
    guard line.indent < 4, line.rest.first == .openBracket else { return nil }
    let bytes = line.rest
    guard let end = bytes.prefix(Self.longestLabel + 2).firstIndex(of: .closeBracket),
      bytes.index(after: end) < bytes.endIndex, bytes[end + 1] == .colon
    else { return nil }
    let name = bytes[(bytes.startIndex + 1)..<end]
    guard !name.dropFirst().contains(.openBracket), name.first != .caret,
      !Self.key(name).isEmpty
    else { return nil }
    var reader = TargetReader(bytes, at: end + 2)
    reader.skipBlanks()
    guard case .address(let address, let title)? = reader.target(), !address.isEmpty,
      reader.isAtEnd
    else {
      return nil
    }
    label = String(decoding: name, as: UTF8.self)
    self.address = address
    self.title = title
  }

  /// What labels are compared by: without case and the number of blanks.
  static func key(_ name: some Sequence<UInt8>) -> String {
    let words = Array(name).split(whereSeparator: \.isBlank)
    return words.map { String(decoding: $0, as: UTF8.self).lowercased() }.joined(separator: " ")
  }

  /// The labels that any line of a text defines, be it in a quotation.
  static func labels(in lines: [Line]) -> Set<String> {
    var labels: Set<String> = []
    for line in lines {
      var line = line
      while line.rest.first == .greater { line = line.dropping(1) }
      guard let definition = Definition(line) else { continue }
      labels.insert(key(definition.label.utf8))
    }
    return labels
  }
}
