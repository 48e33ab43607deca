/// The path of a route, such as `/api/v1/orgs/{org}/workflows`.
public struct PathTemplate: Hashable, Sendable {
  /// One part between slashes.
  public enum Segment: Hashable, Sendable {
    /// This very word.
    case word(String)
    /// Anything but nothing, under this name.
    case parameter(String)
  }

  /// The template as it was written.
  public let text: String
  /// Its parts.
  public let segments: [Segment]

  /// The parts of a template, whose parameters stand in braces.
  public init(_ text: String) {
    self.text = text
    segments = text.split(separator: "/").map { part in
      part.hasPrefix("{") && part.hasSuffix("}")
        ? .parameter(String(part.dropFirst().dropLast())) : .word(String(part))
    }
  }

  /// The names of the parameters, in their order.
  public var parameters: [String] {
    segments.compactMap { segment in
      if case .parameter(let name) = segment { name } else { nil }
    }
  }

  /// The template with all parameters alike: two routes of one shape could not be told apart.
  var shape: String {
    segments.map { segment in
      switch segment {
      case .word(let word): "/" + word
      case .parameter: "/{}"
      }
    }.joined()
  }
}
