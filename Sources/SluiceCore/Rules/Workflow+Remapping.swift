extension Workflow {
  /// Where the tickets of a former definition go: a pair for each status that holds tickets or changes.
  public struct Remapping: Hashable, Sendable {
    /// The new status by the former one.
    public var targets: [Status.ID: Status.ID]
    /// The former statuses for which there is neither a namesake nor a word in the mapping.
    public var homeless: [Status]
  }

  /// Where tickets of `former` go under this definition.
  ///
  /// What `mapping` names goes there. Otherwise a status that stays, or whose name stays in another workflow,
  /// keeps its tickets; failing that they go where `mapping` takes what is suggested. Source: rule 5.
  ///
  /// - Throws: `unknownStatus` for a name in `mapping` that neither definition has.
  public func remapping(
    from former: Workflow, by mapping: StatusMapping
  ) throws(Rejection) -> Remapping {
    var named: [Status.ID: Status.ID] = [:]
    for (from, to) in mapping.names.sorted(by: { $0.key < $1.key }) {
      guard let origin = former.status(meant: from) else {
        throw .unknownStatus(name: from, known: former.statuses.map(\.name))
      }
      guard let target = status(meant: to) else {
        throw .unknownStatus(name: to, known: statuses.map(\.name))
      }
      named[origin.id] = target.id
    }
    var result = Remapping(targets: [:], homeless: [])
    for origin in former.statuses {
      let kept = id == former.id ? status(origin.id) : status(named: origin.name)
      let suggested = mapping.takesSuggestions ? counterpart(of: origin, in: former) : nil
      if let target = named[origin.id] ?? kept?.id ?? suggested?.id {
        result.targets[origin.id] = target
      } else {
        result.homeless.append(origin)
      }
    }
    return result
  }
}
