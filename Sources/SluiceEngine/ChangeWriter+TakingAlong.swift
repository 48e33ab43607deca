internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  /// Takes the tickets of a project along to another definition; answers which went where.
  ///
  /// Source: rule 5.
  ///
  /// - Throws: `conflict` with statuses and counts if tickets would be left in a status that is no more.
  func takeAlong(
    _ project: StoredProject, to key: WorkflowKey, by mapping: StatusMapping
  ) throws(EngineError) -> [StatusShift] {
    guard key != project.workflow else { return [] }
    let former = try store.workflow(project.workflow)
    let workflow = try store.workflow(key)
    try checkHomes(of: [project], from: former, to: workflow, mapping)
    let targets = try remapping(from: former, to: workflow, mapping).targets
    let counts = try store.counts(in: project.row)
    _ = try store.remap(
      TicketRemapping(
        project: project, from: former, to: workflow, key: key, targets: targets,
        signature: signature), progress: progress)
    return former.statuses.compactMap { status in
      let count = counts.following(in: status.id)
      guard let target = targets[status.id], count > 0,
        former.id != workflow.id || target != status.id
      else { return nil }
      return StatusShift(
        project: project.project.key, from: status.name, to: workflow.statusName(target),
        count: count)
    }
  }

  /// Refuses if following tickets of any of the projects would be left without a status.
  func checkHomes(
    of projects: [StoredProject], from former: Workflow, to workflow: Workflow,
    _ mapping: StatusMapping
  ) throws(EngineError) {
    let homeless = try remapping(from: former, to: workflow, mapping).homeless
    guard !homeless.isEmpty else { return }
    var stranded: [StatusShift] = []
    for project in projects {
      let counts = try store.counts(in: project.row)
      for status in homeless where counts.following(in: status.id) > 0 {
        stranded.append(
          StatusShift(
            project: project.project.key, from: status.name,
            to: workflow.counterpart(of: status, in: former)?.name,
            count: counts.following(in: status.id)))
      }
    }
    guard stranded.isEmpty else { throw .stranding(stranded, by: workflow) }
  }

  private func remapping(
    from former: Workflow, to workflow: Workflow, _ mapping: StatusMapping
  ) throws(EngineError) -> Workflow.Remapping {
    try judging { () throws(Rejection) in try workflow.remapping(from: former, by: mapping) }
  }
}

extension EngineError {
  fileprivate static func stranding(
    _ shifts: [StatusShift], by workflow: Workflow
  ) -> EngineError {
    let isOneProject = Set(shifts.map(\.project)).count == 1
    let list = shifts.map {
      "\($0.from) (\(isOneProject ? "" : "\($0.project): ")\($0.count))"
    }
    var pairs: [String] = []
    for shift in shifts {
      let target = shift.to ?? workflow.initialStatus?.name ?? ""
      let pair = "--map " + "\(shift.from)=\(target)".shellWord
      if !pairs.contains(pair) { pairs.append(pair) }
    }
    let isSuggested = shifts.allSatisfy { $0.to != nil }
    return EngineError(
      .conflict,
      "Workflow “\(workflow.name)” has no status for tickets that stand in "
        + list.joined(separator: ", ") + ".",
      nextStep: "Say where they go, for example " + pairs.joined(separator: " ")
        + (isSuggested ? ", which is what --map-suggested takes." : "."),
      stranded: shifts)
  }
}
