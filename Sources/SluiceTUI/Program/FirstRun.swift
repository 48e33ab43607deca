public import Drawing
public import SluiceCore

/// The one screen that is shown while there is no project yet.
public struct FirstRun: Equatable {
  /// What the person wants.
  public enum Choice: Equatable {
    /// A first project, with the template's workflow.
    case create(ProjectDraft, workflow: WorkflowDraft)
    /// A look at the demonstration.
    case demo
    /// To leave.
    case quit
    /// Nothing: a signal ends the program.
    case killed(signal: Int32)
  }

  enum Row: Int, CaseIterable {
    case key
    case name
    case workflow
    case create
    case demo
  }

  var row = Row.key
  var key = LineEditor()
  var name = LineEditor()
  var template = 0
  var fault: String?
  /// Where the database would be made.
  let place: String

  /// The screen before anything was typed; `place` is where the database would be made.
  public init(place: String) {
    self.place = place
  }

  /// Takes a key and tells what was decided, if something was.
  mutating func handle(_ key: Key) -> Choice? {
    fault = nil
    switch key {
    case .escape, .control("c"): return .quit
    case .tab, .down: step(1)
    case .backTab, .up: step(-1)
    case .left where row == .workflow: stepTemplate(-1)
    case .right where row == .workflow, .character(" ") where row == .workflow: stepTemplate(1)
    case .enter: return enter()
    case .character("q") where editsNothing: return .quit
    default: edit { _ = $0.handle(key) }
    }
    return nil
  }

  mutating func paste(_ text: String) {
    edit { $0.paste(text) }
  }

  /// Says why the project could not be made.
  public mutating func fail(_ error: EngineError) {
    fault = error.message + (error.nextStep.map { " " + $0 } ?? "")
  }

  private var editsNothing: Bool { row != .key && row != .name }

  private mutating func edit(_ change: (inout LineEditor) -> Void) {
    switch row {
    case .key: change(&key)
    case .name: change(&name)
    case .workflow, .create, .demo: break
    }
  }

  private mutating func step(_ distance: Int) {
    let rows = Row.allCases.count
    row = Row(rawValue: (row.rawValue + distance + rows) % rows) ?? .key
  }

  private mutating func stepTemplate(_ distance: Int) {
    let count = WorkflowDraft.templates.count
    template = (template + distance + count) % count
  }

  private mutating func enter() -> Choice? {
    switch row {
    case .demo: return .demo
    case .create: return create()
    case .key, .name, .workflow:
      step(1)
      return nil
    }
  }

  private mutating func create() -> Choice? {
    let workflow = WorkflowDraft.templates[template]
    let draft = ProjectDraft(
      key: key.text, name: name.text.trimmingBlanks.isEmpty ? key.text : name.text,
      workflow: .name(workflow.name))
    do {
      _ = try draft.checked()
      return .create(draft, workflow: workflow)
    } catch {
      fault = error.message
      row = .key
      return nil
    }
  }
}

extension FirstRun {
  /// Shows the screen until something is decided.
  public mutating func run(on screen: any Screen) -> Choice {
    while true {
      screen.present(frame(size: screen.size))
      for event in screen.wait(alsoReadable: [], timeoutMilliseconds: nil) {
        switch event {
        case .key(.control("z")): screen.suspend()
        case .key(let key): if let choice = handle(key) { return choice }
        case .paste(let text): paste(text)
        case .terminate(let signal): return .killed(signal: signal)
        case .resized, .resumed: break
        }
      }
    }
  }
}
