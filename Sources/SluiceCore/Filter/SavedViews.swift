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
  /// What tells views apart.
  private struct Name: Hashable {
    let text: String
    let project: ProjectKey?

    init(_ view: SavedView) {
      text = view.name
      project = view.project
    }

    init(_ text: String, _ project: ProjectKey?) {
      self.text = text
      self.project = project
    }
  }

  /// All of them, by name.
  public let all: [SavedView]
  private let byName: [Name: SavedView]

  /// The most views that are kept.
  public static let maximumCount = 500

  /// Some views; by default none.
  ///
  /// Of several with the same name and project the last one counts.
  public init(_ views: [SavedView] = []) {
    byName = Dictionary(views.map { (Name($0), $0) }) { $1 }
    all = byName.values.sorted {
      ($0.name, $0.project?.text ?? "") < ($1.name, $1.project?.text ?? "")
    }
  }

  /// Keeps a view in place of one of the same name and project.
  public mutating func save(_ view: SavedView) {
    self = SavedViews(all + [view])
  }

  /// Lets go of the view that a name means on a board; answers it, or `nil` if there is none.
  @discardableResult
  public mutating func delete(_ name: String, on project: ProjectKey?) -> SavedView? {
    guard let view = view(name, on: project) else { return nil }
    self = SavedViews(all.filter { $0 != view })
    return view
  }

  /// The view that a name means on a board: the board's own, else the one for every board.
  public func view(_ name: String, on project: ProjectKey?) -> SavedView? {
    byName[Name(name, project)] ?? byName[Name(name, nil)]
  }

  /// The views of a board, each name once.
  public func views(on project: ProjectKey?) -> [SavedView] {
    all.filter { view($0.name, on: project) == $0 }
  }

  /// What a view of a board lets through; `nil` if there is none of that name, or it cannot be read.
  public func filter(_ name: String, on project: ProjectKey?) -> Filter? {
    view(name, on: project).flatMap { FilterReading($0.text).filter }
  }

  /// How the filter of a view reads once it is kept, so that one which would name itself has a fault there.
  public func reading(of view: SavedView) -> FilterReading {
    FilterReading(view.text).knowing(views: SavedViews(all + [view]), on: view.project)
  }

  /// Why there is no room for a view, as a sentence; `nil` if there is.
  public func refusal(of view: SavedView) -> String? {
    guard all.count >= Self.maximumCount, byName[Name(view)] == nil else { return nil }
    return "There are \(all.count) saved views, and no more are kept."
  }
}
