/// A filter that a person keeps under a name.
public struct SavedView: Hashable, Sendable {
  /// What it is called.
  public let name: String
  /// The filter as it was typed; `me` in it is whoever asks.
  public let text: String
  /// The project whose board it is for; `nil` for every board.
  public let project: ProjectKey?

  /// A view with its parts.
  public init(name: String, text: String, project: ProjectKey? = nil) {
    self.name = name
    self.text = text
    self.project = project
  }

  /// The most characters of a name.
  public static let maximumNameLength = 60

  /// What makes a name no name for a view, as a sentence; `nil` if it is one.
  public static func fault(inName name: String) -> String? {
    if name.trimmingBlanks.isEmpty { return "A view needs a name." }
    if name.count > maximumNameLength {
      return "The name of a view has at most \(maximumNameLength) characters."
    }
    let isPlain = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return isPlain ? nil : "The name of a view has no control characters."
  }
}

/// The filters that a person keeps, by name.
public struct SavedViews: Hashable, Sendable {
  /// All of them, by name.
  public private(set) var all: [SavedView]

  /// Some views; by default none.
  public init(_ views: [SavedView] = []) {
    all = []
    for view in views { save(view) }
  }

  /// Keeps a view in place of one of the same name and project.
  public mutating func save(_ view: SavedView) {
    all.removeAll { $0.name == view.name && $0.project == view.project }
    let place = all.firstIndex {
      ($0.name, $0.project?.text ?? "") > (view.name, view.project?.text ?? "")
    }
    all.insert(view, at: place ?? all.endIndex)
  }

  /// Lets go of the view that a name means on a board; answers it, or `nil` if there is none.
  @discardableResult
  public mutating func delete(_ name: String, on project: ProjectKey?) -> SavedView? {
    guard let view = view(name, on: project) else { return nil }
    all.removeAll { $0 == view }
    return view
  }

  /// The view that a name means on a board: the board's own, else the one for every board.
  public func view(_ name: String, on project: ProjectKey?) -> SavedView? {
    let alike = all.filter { $0.name == name }
    return alike.first { $0.project != nil && $0.project == project }
      ?? alike.first { $0.project == nil }
  }

  /// The views of a board, each name once.
  public func views(on project: ProjectKey?) -> [SavedView] {
    var names: Set<String> = []
    return all.filter { view in
      self.view(view.name, on: project) == view && names.insert(view.name).inserted
    }
  }

  /// What a view of a board lets through; `nil` if there is none of that name, or it cannot be read.
  public func filter(_ name: String, on project: ProjectKey?) -> Filter? {
    view(name, on: project).flatMap { FilterReading($0.text).filter }
  }
}

extension SavedViews {
  /// As a file keeps them.
  public var json: JSONValue {
    .object([
      "views": .array(
        all.map { view in
          var members = ["name": JSONValue.string(view.name), "filter": .string(view.text)]
          members["project"] = view.project.map { .string($0.text) }
          return .object(members)
        })
    ])
  }

  /// Reads what `json` says; `nil` if it is something else.
  public init?(json: JSONValue) {
    guard case .object(let file) = json, case .array(let items)? = file["views"] else { return nil }
    var views: [SavedView] = []
    for item in items {
      guard case .object(let members) = item, case .string(let name)? = members["name"],
        case .string(let text)? = members["filter"]
      else { return nil }
      var project: ProjectKey?
      if let member = members["project"] {
        guard case .string(let key) = member, let known = ProjectKey(key) else { return nil }
        project = known
      }
      views.append(SavedView(name: name, text: text, project: project))
    }
    self.init(views)
  }
}
