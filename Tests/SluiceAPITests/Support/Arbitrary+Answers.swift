import SluiceCore

extension Arbitrary {
  mutating func receipt() -> Receipt {
    Receipt(
      subject: subject(), warnings: texts(), sequence: sequence(), change: maybe { $0.sequence() },
      needs: list { $0.need() }, shifts: list { $0.shift() })
  }

  mutating func subject() -> Receipt.Subject {
    one(of: [
      .organization(organization()), .workflow(workflow()), .project(storedProject()),
      .ticket(ticket()), .provider(provider()), .tickets(list { $0.result() }), .deleted(text()),
      .imported(added: number(), updated: number(), unchanged: number(), kept: number()),
    ])
  }

  mutating func result() -> TicketResult {
    TicketResult(
      key: ticketKey(), ending: one(of: [.changed, .unchanged, .refused(error(depth: 1))]),
      title: text(), status: text(), warnings: texts())
  }

  mutating func shift() -> StatusShift {
    StatusShift(project: projectKey(), from: text(), to: maybe { $0.text() }, count: number())
  }

  mutating func error(depth: Int = 0) -> EngineError {
    let codes: [EngineError.Code] = [
      .notFound, .conflict, .refused, .invalid, .unavailable, .storage, .permission, .interrupted,
      .unusableFile,
    ]
    return EngineError(
      one(of: codes), text(), nextStep: maybe { $0.text() }, rejection: maybe { $0.rejection() },
      faults: list { WorkflowFault($0.text(), $0.text()) }, current: maybe { $0.ticket() },
      missing: maybe { $0.text() }, stranded: list { $0.shift() },
      users: list { $0.projectKey() }, results: depth == 0 ? list { $0.result() } : [])
  }

  mutating func rejection() -> Rejection {
    one(of: rejections())
  }

  /// One of each kind.
  mutating func rejections() -> [Rejection] {
    [
      .unknownStatus(name: text(), known: texts()),
      .noTransition(from: text(), to: text(), allowed: texts()),
      .gatesUnmet(from: text(), to: text(), gates: list { $0.need() }),
      .wipLimit(status: text(), limit: number(), count: number()),
      .unknownGate(key: text(), known: texts()),
      .unknownItem(gate: text(), key: text(), known: texts()),
      .nothingToAcknowledge(gate: text()), .unknownField(key: text(), known: texts()),
      .invalidValue(attribute: text(), message: text()),
      .gateElsewhere(gate: text(), from: text(), current: text()),
      .targetNeeded(gate: text(), candidates: texts()), .assistantMissing(stage: text()),
      .claimed(ticket: ticketKey(), holder: text()), .notForAgents, .resolved(status: text()),
      .notInProgress(status: text(), known: texts()),
      .workflowFixed(ticket: ticketKey(), isBound: flag()),
      .nothingToUndo(isRedo: flag(), afterOthers: maybe { $0.number() }),
      .notYours(ticket: maybe { $0.ticketKey() }, author: text()),
      .touchedSince(ticket: ticketKey()),
      .statusGone(ticket: ticketKey(), status: text(), workflow: text()),
      .subTaskLeft(task: ticketKey(), subTask: ticketKey()),
      .taskDeleted(subTask: ticketKey(), task: ticketKey()), .reversalReversed(isRedo: flag()),
      .notReversible(text()),
    ]
  }
}
