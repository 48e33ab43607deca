import SluiceCore

/// A change that was made on the board.
struct Deed: Equatable {
  /// What the engine is asked to take back.
  let subject: UndoSubject
  /// What it did, in a few words; `nil` if nobody knows.
  let text: String?
}

/// What was changed on this board and can be taken back.
struct Past: Equatable {
  /// Which way to go.
  enum Direction: Equatable {
    case undo
    case redo
  }

  /// What can be taken back, the newest last.
  private(set) var done: [Deed] = []
  /// What can be made again, what was taken back last at the end.
  private(set) var undone: [Deed] = []

  /// How many deeds are kept.
  private static let limit = 200
}

extension Past {
  /// The deed to take back, or to make again; `nil` where nothing is left that was done here.
  mutating func take(_ direction: Direction) -> Deed? {
    switch direction {
    case .undo: done.popLast()
    case .redo: undone.popLast()
    }
  }
}

extension Past {
  /// Keeps what was done; anything new ends what could be made again.
  mutating func keep(_ text: String?, _ receipt: Receipt, _ purpose: Effect.ChangePurpose) {
    switch purpose {
    case .takeBack(let deed):
      done.removeAll { $0.subject == deed.subject }
      undone.append(deed)
    case .makeAgain(let deed): done.append(deed)
    default:
      guard let change = receipt.change else { return }
      done.append(Deed(subject: .change(change), text: text))
      undone = []
    }
    if done.count > Self.limit { done.removeFirst() }
  }

  /// Keeps what could not be taken back for want of a disk, and forgets what the rules refuse: the next key
  /// goes further.
  mutating func keep(_ deed: Deed, for direction: Direction, after error: EngineError) {
    guard error.rejection == nil, error.code != .conflict, error.code != .notFound else { return }
    switch direction {
    case .undo: done.append(deed)
    case .redo: undone.append(deed)
    }
  }
}

extension Receipt {
  /// The tickets that the change was about.
  var tickets: [TicketKey] {
    switch subject {
    case .ticket(let ticket): [ticket.key]
    case .tickets(let results): results.map(\.key)
    default: []
    }
  }
}
