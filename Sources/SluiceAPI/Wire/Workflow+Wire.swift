internal import SluiceCore

/// A workflow as its definition is written, with the numbers of its statuses.
extension Workflow: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    let statuses: [Status] = try parts.read("statuses")
    let ids = Dictionary(statuses.map { ($0.name, $0.id) }) { first, _ in first }
    let transitions: [WorkflowDraft.TransitionDraft] = try parts.read("transitions")
    let stages: [WorkflowDraft.StageDraft] = try parts.read("stages")
    self.init(
      id: try parts.read("id"), name: try parts.read("name"),
      enforcement: try parts.read("enforcement"), statuses: statuses,
      transitions: transitions.compactMap { step in
        guard let from = ids[step.from], let to = ids[step.to] else { return nil }
        return Transition(from: from, to: to)
      },
      stages: stages.map { stage in
        Stage(
          key: stage.key, name: stage.name, statuses: stage.statuses.compactMap { ids[$0] },
          isAgentRequired: stage.isAgentRequired)
      },
      gates: try parts.read("gates"), fields: try parts.read("fields"),
      revision: try parts.read("revision"), createdAt: try parts.read("created_at"),
      updatedAt: try parts.read("updated_at"))
  }

  func writeParts(to writer: inout WireWriter) {
    let draft = draft
    writer.member("id", id)
    writer.member("name", name)
    writer.member("enforcement", enforcement)
    writer.member("statuses", statuses)
    writer.member("transitions", draft.transitions)
    writer.member("stages", draft.stages)
    writer.member("gates", gates)
    writer.member("fields", fields)
    writer.member("revision", revision)
    writer.member("created_at", createdAt)
    writer.member("updated_at", updatedAt)
  }
}

extension Status: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      id: try parts.read("id"), name: try parts.read("name"), category: try parts.read("category"),
      wipLimit: try parts.optional("wip_limit"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("id", id)
    writer.member("name", name)
    writer.member("category", category)
    writer.member("wip_limit", wipLimit)
  }
}

extension Field: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    let draft = try WorkflowDraft.FieldDraft(parts: &parts)
    guard let field = Field(draft) else {
      throw .unknown(draft.type, among: ["text", "number", "select", "date"]).within("type")
    }
    self = field
  }

  func writeParts(to writer: inout WireWriter) {
    WorkflowDraft.FieldDraft(key, name, kind.word, options: options).writeParts(to: &writer)
  }

  private init?(_ draft: WorkflowDraft.FieldDraft) {
    let kinds: [String: Kind] = [
      "text": .text, "number": .number, "select": .select(options: draft.options), "date": .date,
    ]
    guard let kind = kinds[draft.type] else { return nil }
    self.init(key: draft.key, name: draft.name, kind: kind)
  }
}
