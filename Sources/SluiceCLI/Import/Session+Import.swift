import SluiceCore

extension Session {
  /// Imports what `read` makes for the project that the user means, or nothing if anything is wrong.
  ///
  /// Returns where the tickets went.
  func importTickets(
    from file: String, suggested: (key: ProjectKey, name: String)?,
    _ read: (ImportTarget) -> (items: [ImportItem], faults: [ImportFault])
  ) throws(Failure) -> ImportTarget {
    let engine = try engineIfAny()
    let target = try importTarget(in: engine, suggested: suggested)
    let found = read(target)
    let run = ImportRun(session: self, target: target, items: found.items, file: file)
    try run.check(besides: found.faults)
    if let engine { try run.run(on: engine) } else { try run.run(on: engineCreating()) }
    return target
  }
}
