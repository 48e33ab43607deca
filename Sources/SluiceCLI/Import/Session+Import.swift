import SluiceCore

extension Session {
  /// Imports what `items` makes for the project that the user means, or nothing if anything is wrong.
  ///
  /// Returns where the tickets went.
  func importTickets(
    from file: String, suggested: (key: ProjectKey, name: String)?,
    _ items: (ImportTarget) throws(Failure) -> [ImportItem]
  ) throws(Failure) -> ImportTarget {
    let engine = try engineIfAny()
    let target = try importTarget(in: engine, suggested: suggested)
    let run = ImportRun(session: self, target: target, items: try items(target), file: file)
    try run.check()
    if let engine { try run.run(on: engine) } else { try run.run(on: engineCreating()) }
    return target
  }
}
