/// What came of calling a provider's endpoint.
public struct ProviderReport: Hashable, Sendable {
  /// Whether it answered as a configured provider does.
  public let isUsable: Bool
  /// What it answered with; `nil` if nobody answered.
  public let status: Int?
  /// How long it took, in milliseconds.
  public let milliseconds: Int
  /// One sentence for a person.
  public let message: String

  /// A report with its parts.
  public init(isUsable: Bool, status: Int?, milliseconds: Int, message: String) {
    self.isUsable = isUsable
    self.status = status
    self.milliseconds = milliseconds
    self.message = message
  }
}
