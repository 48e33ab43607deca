import SluiceCore

/// What a request names: own, another's, deleted, or unknown.
struct MatrixTarget: Sendable {
  enum Place: Hashable, Sendable { case acme, zeta, nowhere }

  var name: String
  var names: MatrixNames
  /// Where what the request acts on lies.
  var place = Place.acme
  /// Whether what it acts on is still there.
  var isThere = true
  /// Whether everything else is there that it names in its path.
  var isComplete = true
  /// Whether there never was such a thing.
  var isUnknown = false
  /// Whether the organization of the path is another than that of what it acts on.
  var isAstray = false
}

extension MatrixRow {
  /// All that the request may be about.
  func targets(_ world: MatrixWorld, _ caller: MatrixCaller) -> [MatrixTarget] {
    let own = MatrixTarget(name: "own", names: world.names(of: .acme, caller))
    guard let main = subjects.first else { return [own] }
    let others = MatrixTarget(
      name: "other's", names: world.names(of: .zeta, caller), place: .zeta)
    var targets = [own, others]
    for target in [own, others] {
      guard let key = (target.place == .acme ? world.acme : world.zeta).keys[main] else { continue }
      targets.append(target.naming(main, key, "\(target.name), by key"))
    }
    targets += missing(world, main, own)
    for subject in subjects.dropFirst() { targets += astray(world, subject, own) }
    return targets
  }

  private func missing(
    _ world: MatrixWorld, _ main: MatrixSubject, _ own: MatrixTarget
  ) -> [MatrixTarget] {
    // A deleted ticket has its history in its project still; of all else nothing is known any more.
    let isTicket = main.parameters.contains("ticket")
    var targets: [MatrixTarget] = []
    for (name, list) in [("deleted", world.deleted), ("deleted, by key", world.deletedKeys)] {
      guard let text = list[main] else { continue }
      var target = own.naming(main, text, name)
      target.place = isTicket ? .acme : .nowhere
      target.isThere = false
      targets.append(target)
    }
    var unknown = own.naming(main, main.unknown, "unknown")
    unknown.place = .nowhere
    unknown.isThere = false
    targets.append(unknown)
    if let key = main.unknownKey {
      var target = own.naming(main, key, "unknown, by key")
      target.place = isTicket ? .acme : .nowhere
      target.isThere = false
      target.isUnknown = true
      targets.append(target)
    }
    return targets
  }

  private func astray(
    _ world: MatrixWorld, _ subject: MatrixSubject, _ own: MatrixTarget
  ) -> [MatrixTarget] {
    let names = [
      ("with another's", world.zeta.names[subject]), ("with a deleted", world.deleted[subject]),
      ("with an unknown", subject.unknown),
    ]
    return names.compactMap { name, text in
      guard let text else { return nil }
      var target = own.naming(subject, text, "\(name) \(subject.rawValue)")
      target.isComplete = false
      target.isAstray = subject == .organization
      return target
    }
  }
}

extension MatrixTarget {
  fileprivate func naming(
    _ subject: MatrixSubject, _ text: String, _ name: String
  ) -> MatrixTarget {
    var target = self
    target.name = name
    target.names.names[subject] = text
    return target
  }
}
