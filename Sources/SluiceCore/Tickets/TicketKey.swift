/// What people call a ticket: `OPS-42`, or `OPS-42.1` for its first sub-task.
public struct TicketKey: Hashable, Sendable {
  /// The key of the project.
  public let project: ProjectKey
  /// Counts from 1 within the project.
  public let number: Int
  /// Counts a task's sub-tasks from 1; 0 for a ticket that is none.
  public let ordinal: Int

  /// The key of a ticket, or of a sub-task if `ordinal` is not 0.
  public init(project: ProjectKey, number: Int, ordinal: Int = 0) {
    self.project = project
    self.number = number
    self.ordinal = ordinal
  }

  /// Reads `OPS-42` or `ops-42.1`; `nil` for anything else.
  public init?(_ text: String) {
    guard let dash = text.lastIndex(of: "-"), let project = ProjectKey(text[..<dash].uppercased())
    else { return nil }
    let parts = text[text.index(after: dash)...].split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let number = Int(digits: parts[0]), number > 0 else { return nil }
    guard parts.count == 2 else {
      self.init(project: project, number: number)
      return
    }
    guard let ordinal = Int(digits: parts[1]), ordinal > 0 else { return nil }
    self.init(project: project, number: number, ordinal: ordinal)
  }
}

extension TicketKey: CustomStringConvertible {
  /// As it is written for people and on the wire.
  public var description: String {
    ordinal == 0 ? "\(project)-\(number)" : "\(project)-\(number).\(ordinal)"
  }
}
