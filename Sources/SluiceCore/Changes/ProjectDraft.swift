/// A project to be.
public struct ProjectDraft: Hashable, Sendable {
  /// The short upper-case name that begins the keys of its tickets.
  public var key: String
  /// The name for people.
  public var name: String
  /// What it is for.
  public var description: String
  /// The workflow to assign; `nil` for the organization's Default.
  public var workflow: WorkflowReference?

  /// A project to be, with its parts.
  public init(
    key: String, name: String, description: String = "", workflow: WorkflowReference? = nil
  ) {
    self.key = key
    self.name = name
    self.description = description
    self.workflow = workflow
  }
}

/// New values for some attributes of a project; what is `nil` stays.
public struct ProjectEdit: Hashable, Sendable {
  /// The new name.
  public var name: String?
  /// The new description.
  public var description: String?
  /// The workflow to assign.
  public var workflow: WorkflowReference?
  /// Whether the project goes back to the organization's Default; only without `workflow`.
  public var clearsWorkflow: Bool
  /// Where the tickets go whose statuses the new workflow does not have.
  public var mapping: StatusMapping

  /// An edit with its parts; by default it changes nothing.
  public init(
    name: String? = nil, description: String? = nil, workflow: WorkflowReference? = nil,
    clearsWorkflow: Bool = false, mapping: StatusMapping = StatusMapping()
  ) {
    self.name = name
    self.description = description
    self.workflow = workflow
    self.clearsWorkflow = clearsWorkflow
    self.mapping = mapping
  }
}

extension ProjectDraft {
  /// The longest name of a project, in characters.
  public static let maximumNameLength = 120

  /// The key and name in acceptable form, or why they are refused.
  public func checked() throws(Rejection) -> (key: ProjectKey, name: String) {
    guard let key = ProjectKey(key.trimmingBlanks.uppercased()) else {
      throw .invalidValue(
        attribute: "key",
        message: "A project key is \(ProjectKey.expectation), not “\(self.key)”.")
    }
    return (key, try Self.checkedName(name))
  }

  /// A project's name without blanks at its ends, or why it is refused.
  public static func checkedName(_ text: String) throws(Rejection) -> String {
    let name = text.trimmingBlanks
    guard !name.isEmpty, name.count <= maximumNameLength, !name.contains(where: \.isNewline) else {
      throw .invalidValue(
        attribute: "name",
        message: "A project's name is one line of 1 to \(maximumNameLength) characters.")
    }
    return name
  }
}
