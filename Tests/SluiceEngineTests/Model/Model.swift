import SluiceCore

/// The rules once more, as plainly as they can be said: what the engine is held against.
///
/// Written from the design's rules alone. Statuses are numbers that stay, everything else is texts.
struct Model {
  struct Status: Equatable {
    let number: Int
    var name: String
    var category: String
    var limit: Int?
  }

  struct Stage {
    let key: String
    let statuses: [Int]
    let isAgentRequired: Bool
  }

  struct Gate {
    let key: String
    /// The places of the stages left and entered.
    let from: Int
    let to: Int
    /// `gate/item` of each item, `gate` for the text, and `=field` of each field.
    let needs: [String]
  }

  struct Definition {
    /// Which workflow it is a revision of.
    let workflow: Int
    var name: String
    var mode: String
    var statuses: [Status]
    var steps: Set<[Int]>
    var stages: [Stage]
    var gates: [Gate]
    /// The kind of each field: `text`, `number`, or the options of a choice.
    var fields: [String: [String]]

    func stage(of status: Int) -> Int {
      stages.firstIndex { $0.statuses.contains(status) } ?? -1
    }

    func status(_ number: Int) -> Status? { statuses.first { $0.number == number } }
    func status(named name: String) -> Status? { statuses.first { $0.name == name } }
    func isOver(_ number: Int) -> Bool {
      ["done", "cancelled"].contains(status(number)?.category ?? "")
    }
  }

  struct Project {
    let key: ProjectKey
    /// The workflow that its tickets follow.
    var workflow: Int
  }

  /// What is confirmed of a ticket in one workflow.
  struct Confirmed: Equatable {
    var marks: Set<String> = []
    var values: [String: String] = [:]
  }

  struct Binding: Equatable {
    let workflow: Int
    let revision: Int
  }

  struct Ticket: Equatable {
    let project: Int
    var status: Int
    /// When it entered its status, in milliseconds.
    var entered: Int64
    var title = ""
    var priority = 2
    var assignee: String?
    var labels: Set<String> = []
    var target = "either"
    var agent: String?
    var isDeleted = false
    var version = 1
    var comments = 0
    /// What is confirmed, as `Gate.needs` names it.
    var marks: Set<String> = []
    var values: [String: String] = [:]
    /// What was confirmed in workflows that its project has left.
    var shelf: [Int: Confirmed] = [:]
    /// What it is bound to.
    var binding: Binding?

    /// The same ticket but for the count of its changes.
    func differs(from other: Ticket) -> Bool {
      var same = other
      same.version = version
      return same != self
    }
  }

  /// A change of a ticket that can be taken back.
  struct Entry {
    let change: Int
    let before: Ticket
    let after: Ticket
    /// What the ticket was checked against.
    let definition: Definition
    /// Who took it back.
    var taker: Actor?
  }

  /// What was done with a change.
  struct Word: Equatable {
    enum Deed {
      case made
      case undone
      case redone
    }

    let deed: Deed
    let change: Int
    let author: Actor
  }

  /// All revisions of each workflow.
  var workflows: [[Definition]]
  var projects: [Project]
  /// By project and number, as `id(of:)` puts them together.
  var tickets: [Int: Ticket] = [:]
  /// What time it is, in milliseconds.
  var now: Int64 = 0
  var done: [Int: [Entry]] = [:]
  var undone: [Int: [Entry]] = [:]
  /// What was taken back and can never be made again.
  var lost: [Int: [Entry]] = [:]
  var hasAssistant = false
  var changes = 0
  /// What was done, oldest first.
  var words: [Word] = []
  /// The changes that were not of tickets, or not of tickets alone.
  var unfit: Set<Int> = []

  /// A number for a ticket that is in the order of keys.
  func id(of key: TicketKey) -> Int? {
    projects.firstIndex { $0.key == key.project }.map { $0 * 1_000 + key.number }
  }

  func key(of id: Int) -> TicketKey {
    TicketKey(project: projects[id / 1_000].key, number: id % 1_000)
  }

  /// The newest revision of a workflow.
  func current(_ workflow: Int) -> Definition {
    workflows[workflow][workflows[workflow].count - 1]
  }

  func workflow(named reference: WorkflowReference?) -> Int? {
    guard case .name(let name)? = reference else { return nil }
    return workflows.firstIndex { $0[0].name == name }
  }

  func definition(of ticket: Ticket) -> Definition {
    guard let binding = ticket.binding else { return current(projects[ticket.project].workflow) }
    return workflows[binding.workflow][binding.revision - 1]
  }

  /// How many tickets of a project are in a status of a workflow, whichever revision they are checked
  /// against.
  func count(_ status: Int, of workflow: Int, in project: Int) -> Int {
    tickets.values.count {
      !$0.isDeleted && $0.project == project && $0.status == status
        && definition(of: $0).workflow == workflow
    }
  }
}

/// What a change comes to: `done`, `warned`, or the code of what is in the way.
typealias Answer = String
