public import SluiceCore

/// A text that was typed and is not known to be saved.
public struct Draft: Equatable, Sendable {
  /// What it was typed for.
  public enum Subject: Hashable, Sendable {
    case comment(TicketKey)
    case description(TicketKey)
    case title(TicketKey)
    case due(TicketKey)
    /// The value of the field of that key.
    case value(TicketKey, field: String)
    /// The form of a ticket.
    case edit(TicketKey)
    /// The form of a new ticket.
    case create(ProjectKey)
    /// The description in the form of a new ticket, while an editor has it.
    case newDescription(ProjectKey)

    /// A name of its own within one database or server.
    public var name: String {
      switch self {
      case .comment(let key): "\(key) comment"
      case .description(let key): "\(key) description"
      case .title(let key): "\(key) title"
      case .due(let key): "\(key) due"
      case .value(let key, let field): "\(key) field \(field)"
      case .edit(let key): "\(key) form"
      case .create(let project): "\(project) new"
      case .newDescription(let project): "\(project) new description"
      }
    }
  }

  /// What is found of a text that was typed before.
  public enum Finding: Equatable, Sendable {
    case nothing
    /// It may be offered, for nobody else is at it.
    case draft(Draft)
    /// Another running board is at it, and keeps it for itself.
    case elsewhere
  }

  /// What was typed; of a form, all of its fields.
  public let text: String
  /// When it was kept.
  public let at: Timestamp

  /// A text and when it was kept.
  public init(_ text: String, at: Timestamp) {
    self.text = text
    self.at = at
  }
}
