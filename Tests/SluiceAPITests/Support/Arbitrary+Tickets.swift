import SluiceCore

typealias Comment = SluiceCore.Comment
typealias Event = SluiceCore.Event
typealias Expectation = SluiceCore.Expectation

extension Arbitrary {
  mutating func organization() -> Organization {
    Organization(id: id(), name: text(), slug: text(), defaultWorkflow: id(), createdAt: time())
  }

  mutating func storedProject() -> Project {
    Project(
      id: id(), key: projectKey(), name: text(), description: text(), workflow: maybe { $0.id() },
      ticketCounter: number(), createdAt: time(), updatedAt: time())
  }

  mutating func provider() -> Provider {
    Provider(
      id: id(), name: text(), type: text(), settings: pairs { $0.text() }, secrets: texts(),
      isActive: flag(), createdAt: time(), updatedAt: time())
  }

  mutating func ticket() -> Ticket {
    Ticket(
      id: id(), key: ticketKey(), kind: one(of: TicketKind.allCases), title: text(),
      description: text(), status: status(), priority: priority(), assignee: maybe { $0.text() },
      reporter: maybe { $0.text() }, labels: texts(), due: maybe { $0.day() },
      target: one(of: ExecutionTarget.allCases), agent: maybe { $0.text() },
      binding: maybe { WorkflowRevision(workflow: $0.id(), revision: $0.number()) },
      createdAt: time(), updatedAt: time(), enteredAt: time(), version: number())
  }

  mutating func stamp() -> GateProgress.Stamp {
    GateProgress.Stamp(by: text(), at: time())
  }

  mutating func marks() -> [GateProgress.Mark: GateProgress.Stamp] {
    let marks = list { arbitrary in
      (
        GateProgress.Mark(gate: arbitrary.text(), item: arbitrary.maybe { $0.text() }),
        arbitrary.stamp()
      )
    }
    return Dictionary(marks) { first, _ in first }
  }

  mutating func value() -> FieldValue {
    let numbers = [0, -1, 2.5, 1e21, 1e-7, 9_007_199_254_740_992, .pi, -0.0]
    return one(of: [.text(text()), .option(text()), .date(day()), .number(one(of: numbers))])
  }

  mutating func progress() -> GateProgress {
    GateProgress(
      marks: marks(), values: pairs { $0.value() }, valueStamps: pairs { $0.stamp() })
  }

  mutating func comment() -> Comment {
    Comment(author: text(), at: time(), text: text())
  }

  mutating func detail() -> TicketDetail {
    TicketDetail(
      state: TicketState(ticket: ticket(), progress: progress()), project: storedProject(),
      workflow: workflow(), comments: list { $0.comment() },
      occupancy: Dictionary(list { ($0.status(), $0.number()) }) { first, _ in first },
      hasAssistant: flag())
  }

  mutating func event() -> Event {
    let ticket = maybe { $0.ticketKey() }
    return Event(
      sequence: sequence(), change: sequence(), at: time(), actor: text(),
      agent: maybe { $0.text() }, project: ticket?.project ?? maybe { $0.projectKey() },
      ticket: ticket,
      body: Event.Draft(
        one(of: Event.Kind.allCases), subject: maybe { $0.text() }, from: maybe { $0.text() },
        to: maybe { $0.text() }, warning: maybe { $0.text() }, trace: maybe { $0.trace() }))
  }

  mutating func trace() -> EventTrace {
    let step = EventTrace.Step(
      from: status(), to: status(), entered: time(), arrived: maybe { $0.time() }, broken: texts(),
      workflow: maybe { $0.id() })
    return one(of: [
      .made(ticket(), following: maybe { $0.id() }, broken: texts()), .step(step),
      .cleared(marks()),
      .value(
        former: maybe { EventTrace.Answer($0.value(), $0.stamp()) }, new: maybe { $0.value() }),
      .change(sequence()), .remark(stamp()), .updated(time()),
    ])
  }

  mutating func board() -> Board {
    Board(
      project: storedProject(), workflow: workflow(),
      columns: list { arbitrary in
        Board.Column(
          status: arbitrary.status(), count: arbitrary.count(), total: arbitrary.number(),
          window: arbitrary.window())
      }, sequence: sequence(), hasAssistant: flag())
  }

  mutating func count() -> Count {
    flag() ? .exactly(number()) : .atLeast(number())
  }

  mutating func window() -> CardWindow {
    CardWindow(
      cards: list { $0.card() }, hasEarlier: flag(), hasLater: flag(),
      seen: maybe { $0.position() })
  }

  mutating func position() -> CardPosition {
    CardPosition(priority: priority(), enteredAt: time(), number: number(), ordinal: number())
  }

  mutating func countSlice() -> CountSlice {
    CountSlice(
      counts: Dictionary(list { ($0.status(), $0.number()) }, uniquingKeysWith: +),
      cursor: maybe { $0.text() })
  }

  mutating func card() -> Card {
    Card(
      key: ticketKey(), status: status(), title: text(), priority: priority(),
      assignee: maybe { $0.text() }, labels: texts(), due: maybe { $0.day() }, enteredAt: time(),
      metRequirements: number(0...2), version: number(), agent: maybe { $0.text() },
      bound: maybe {
        Card.BoundPlace(workflow: $0.text(), status: $0.text(), requirements: $0.number())
      })
  }
}
