import SluiceCore

extension Verb {
  static let projectDelete = Verb(
    words: ["project", "delete"], summary: "Removes a project that has no tickets.",
    examples: ["sluice project delete OLD --dry-run", "sluice project delete OLD --yes"],
    operands: [.project], options: [.dryRun, .yes], notes: [Loss.forGood.note],
    run: { session throws(Failure) in
      let reference = try session.projectReference(session.invocation.operands[0])
      let engine = try session.engine()
      let project = try reporting { () throws(EngineError) in try engine.project(reference) }
      try session.delete(
        .deleteProject(.id(project.id)), called: "project \(project.key)", in: engine,
        losing: .forGood)
    })
}
