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

  struct Ticket: Equatable {
    var status: Int
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
    /// The revision that it is bound to.
    var revision: Int?

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

  /// All revisions of the one workflow.
  var revisions: [Definition]
  var tickets: [Int: Ticket] = [:]
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

  var current: Definition { revisions[revisions.count - 1] }

  func definition(of ticket: Ticket) -> Definition {
    ticket.revision.map { revisions[$0 - 1] } ?? current
  }

  /// How many tickets are in a status, whichever revision they are checked against.
  func count(_ status: Int) -> Int {
    tickets.values.count { !$0.isDeleted && $0.status == status }
  }
}

/// What a change comes to: `done`, `warned`, or the code of what is in the way.
typealias Answer = String
