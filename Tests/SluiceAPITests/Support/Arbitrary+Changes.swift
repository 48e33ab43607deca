import SluiceCore

extension Arbitrary {
  mutating func change(depth: Int = 0) -> Change {
    let kinds = depth == 0 ? 17 : 16
    return switch number(1...kinds) {
    case 1: .renameOrganization(text())
    case 2: .createWorkflow(workflowDraft())
    case 3: .editWorkflow(workflowReference(), workflowEdit())
    case 4: .deleteWorkflow(workflowReference())
    case 5: .createProject(projectDraft())
    case 6: .editProject(project(), projectEdit())
    case 7: .deleteProject(project())
    case 8: .createTicket(project(), ticketDraft())
    case 9: .changeTicket(ticketReference(), ticketChange(), expecting: expectation())
    case 10:
      .changeTickets(set(), ticketChange(), isAtomic: flag(), expecting: expectation())
    case 11: .importTickets(project(), list { $0.importedTicket() })
    case 12:
      .createProvider(
        ProviderDraft(name: text(), type: text(), config: pairs { $0.text() }, isActive: flag()))
    case 13:
      .editProvider(
        providerReference(),
        ProviderEdit(
          name: maybe { $0.text() }, type: maybe { $0.text() },
          config: pairs { $0.maybe { $0.text() } }, isActive: maybe { $0.flag() }))
    case 14: .deleteProvider(providerReference())
    case 15: .undo(undoSubject())
    case 16: .redo(undoSubject())
    default: .adding(workflowDraft(), change(depth: depth + 1))
    }
  }

  mutating func ticketChange() -> TicketChange {
    switch number(1...11) {
    case 1: .move(to: text())
    case 2: .edit(ticketEdit())
    case 3: .tick(gate: text(), item: text(), isOn: flag())
    case 4: .acknowledge(gate: text(), isOn: flag())
    case 5: .setValue(field: text(), text: maybe { $0.text() })
    case 6: .setValues(pairs { $0.maybe { $0.text() } })
    case 7: .progress(gate: text(), answers(), to: maybe { $0.text() })
    case 8: .comment(text())
    case 9: .claim(agent: text(), to: maybe { $0.text() })
    case 10: .release(agent: maybe { $0.text() })
    default: .delete
    }
  }

  mutating func answers() -> GateAnswers {
    GateAnswers(
      isAcknowledged: flag(), checklist: texts(), values: pairs { $0.maybe { $0.text() } })
  }

  mutating func expectation() -> Expectation {
    Expectation(version: maybe { $0.number() }, status: maybe { $0.text() })
  }

  mutating func set() -> TicketSet {
    one(of: [
      .list(list { $0.ticketReference() }), .query(ticketQuery()),
      .joined(
        list { $0.ticketReference() }, list { $0.ticketQuery() },
        except: list { $0.ticketReference() }),
    ])
  }

  mutating func ticketQuery() -> TicketQuery {
    TicketQuery(
      project: project(), status: maybe { $0.text() },
      column: maybe { Status.ID($0.number(0...9)) }, filter: filter())
  }

  mutating func filter() -> BoardFilter {
    BoardFilter(
      words: texts(), assignee: maybe { $0.flag() ? .nobody : .named($0.text()) }, labels: texts(),
      minimumPriority: maybe { $0.priority() }, condition: maybe { $0.condition() } ?? .everything)
  }

  private mutating func condition() -> Filter {
    let terms: [FilterTerm] = [
      .status("x" + text()), .stage("=" + text()), .gate(.ready), .word("-" + text()),
      .trait(.claimed), .dueNever, .due(.less, .on(day())), .assignee(.named("(" + text())),
      .label("a b" + text()),
    ]
    let parts = (0...number(0...2)).map { _ -> Filter in
      let term = Filter.term(one(of: terms))
      return flag() ? .not(term) : term
    }
    return (flag() ? Filter.any(parts) : .all(parts)).normalized
  }

  mutating func undoSubject() -> UndoSubject {
    one(of: [.ticket(ticketReference()), .mine, .change(sequence())])
  }

  mutating func projectDraft() -> ProjectDraft {
    ProjectDraft(
      key: text(), name: text(), description: text(), workflow: maybe { $0.workflowReference() })
  }

  mutating func projectEdit() -> ProjectEdit {
    ProjectEdit(
      name: maybe { $0.text() }, description: maybe { $0.text() },
      workflow: maybe { $0.workflowReference() }, clearsWorkflow: flag(), mapping: mapping())
  }

  mutating func ticketDraft() -> TicketDraft {
    TicketDraft(
      title: text(), kind: one(of: TicketKind.allCases), parent: maybe { $0.ticketReference() },
      description: text(), status: maybe { $0.text() }, priority: priority(),
      assignee: maybe { $0.text() }, reporter: maybe { $0.text() }, labels: texts(),
      due: maybe { $0.day() }, target: one(of: ExecutionTarget.allCases),
      workflow: maybe { $0.workflowReference() })
  }

  mutating func ticketEdit() -> TicketEdit {
    TicketEdit(
      title: maybe { $0.text() }, description: maybe { $0.text() },
      priority: maybe { $0.priority() },
      assignee: maybe { TicketEdit.Setting($0.maybe { $0.text() }) },
      reporter: maybe { TicketEdit.Setting($0.maybe { $0.text() }) },
      due: maybe { TicketEdit.Setting($0.maybe { $0.day() }) },
      target: maybe { $0.one(of: ExecutionTarget.allCases) },
      workflow: maybe { $0.workflowReference() }, addedLabels: texts(), removedLabels: texts())
  }

  mutating func importedTicket() -> ImportedTicket {
    ImportedTicket(
      source: text(), draft: ticketDraft(), createdAt: time(), updatedAt: time(),
      enteredAt: time(), comments: list { $0.comment() })
  }
}
