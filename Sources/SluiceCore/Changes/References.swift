/// How a caller names a ticket.
public enum TicketReference: Hashable, Sendable {
  case key(TicketKey)
  case id(Ticket.ID)

  /// Reads a key or an id; `nil` if the text is neither.
  public init?(_ text: String) {
    if let id = Ticket.ID(text) {
      self = .id(id)
    } else if let key = TicketKey(text) {
      self = .key(key)
    } else {
      return nil
    }
  }
}

extension TicketReference: CustomStringConvertible {
  /// As it is written for people and on the wire.
  public var description: String {
    switch self {
    case .key(let key): key.description
    case .id(let id): id.description
    }
  }
}

/// How a caller names a project.
public enum ProjectReference: Hashable, Sendable {
  case key(ProjectKey)
  case id(Project.ID)

  /// Reads a key, in any case, or an id; `nil` if the text is neither.
  public init?(_ text: String) {
    if let id = Project.ID(text) {
      self = .id(id)
    } else if let key = ProjectKey(text.uppercased()) {
      self = .key(key)
    } else {
      return nil
    }
  }
}

extension ProjectReference: CustomStringConvertible {
  /// As it is written for people and on the wire.
  public var description: String {
    switch self {
    case .key(let key): key.description
    case .id(let id): id.description
    }
  }
}

/// How a caller names a workflow.
public enum WorkflowReference: Hashable, Sendable {
  case name(String)
  case id(Workflow.ID)

  /// Reads an id; anything else is a name.
  public init(_ text: String) {
    self = Workflow.ID(text).map(WorkflowReference.id) ?? .name(text)
  }
}

extension WorkflowReference: CustomStringConvertible {
  /// As it is written for people and on the wire.
  public var description: String {
    switch self {
    case .name(let name): name
    case .id(let id): id.description
    }
  }
}

/// How a caller names an assistant provider.
public enum ProviderReference: Hashable, Sendable {
  case name(String)
  case id(Provider.ID)

  /// Reads an id; anything else is a name.
  public init(_ text: String) {
    self = Provider.ID(text).map(ProviderReference.id) ?? .name(text)
  }
}

extension ProviderReference: CustomStringConvertible {
  /// As it is written for people and on the wire.
  public var description: String {
    switch self {
    case .name(let name): name
    case .id(let id): id.description
    }
  }
}
