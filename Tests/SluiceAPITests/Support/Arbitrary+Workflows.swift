import SluiceCore

extension Arbitrary {
  /// A workflow whose parts fit together, with numbers of statuses in any order.
  mutating func workflow() -> Workflow {
    let ids = Array(Array(1...9).shuffled(using: &generator).prefix(number(1...6)))
    let statuses = ids.map { number in
      Status(
        id: Status.ID(number), name: "\(text()) \(number)",
        category: one(of: Category.allCases), wipLimit: maybe { $0.number() })
    }
    return Workflow(
      id: id(), name: text(), enforcement: one(of: Enforcement.allCases), statuses: statuses,
      transitions: list {
        Transition(from: $0.one(of: statuses).id, to: $0.one(of: statuses).id)
      },
      stages: [
        Stage(
          key: text(), name: text(), statuses: statuses.prefix(2).map(\.id),
          isAgentRequired: flag()),
        Stage(key: text(), name: text(), statuses: statuses.dropFirst(2).map(\.id)),
      ],
      gates: list { $0.gate() }, fields: list { $0.field() }, revision: number(), createdAt: time(),
      updatedAt: time())
  }

  mutating func gate() -> Gate {
    Gate(
      key: text(), name: text(), from: text(), to: text(), acknowledgment: maybe { $0.text() },
      checklist: list { Gate.Item(key: $0.text(), text: $0.text()) }, requiredFields: texts())
  }

  mutating func field() -> Field {
    Field(
      key: text(), name: text(),
      kind: one(of: [.text, .number, .date, .select(options: texts())]))
  }

  mutating func requirement() -> Gate.Requirement {
    one(of: [.acknowledgment, .item(text()), .field(text())])
  }

  mutating func need() -> Rejection.GateNeed {
    let unmet = list(1...3) { $0.requirement() }
    return Rejection.GateNeed(gate: gate(), unmet: unmet, texts: unmet.map { _ in text() })
  }

  mutating func workflowDraft() -> WorkflowDraft {
    WorkflowDraft(
      name: text(), enforcement: maybe { $0.text() }, statuses: list { $0.statusDraft() },
      transitions: list { .init($0.text(), $0.text()) }, stages: list { $0.stageDraft() },
      gates: list { $0.gate() }, fields: list { $0.fieldDraft() })
  }

  mutating func statusDraft() -> WorkflowDraft.StatusDraft {
    .init(text(), text(), wipLimit: maybe { $0.number() })
  }

  mutating func stageDraft() -> WorkflowDraft.StageDraft {
    .init(text(), text(), texts(), isAgentRequired: flag())
  }

  mutating func fieldDraft() -> WorkflowDraft.FieldDraft {
    .init(text(), text(), text(), options: texts())
  }

  mutating func workflowEdit() -> WorkflowEdit {
    WorkflowEdit(
      name: maybe { $0.text() }, enforcement: maybe { $0.text() },
      statuses: maybe {
        $0.list { .init($0.statusDraft(), was: $0.maybe { $0.text() }) }
      },
      transitions: maybe { $0.list { .init($0.text(), $0.text()) } },
      stages: maybe { $0.list { $0.stageDraft() } }, gates: maybe { $0.list { $0.gate() } },
      fields: maybe { $0.list { $0.fieldDraft() } }, mapping: mapping(),
      expectedRevision: maybe { $0.number() })
  }

  mutating func mapping() -> StatusMapping {
    StatusMapping(pairs { $0.text() }, takesSuggestions: flag())
  }
}
