import SluiceCore

extension MatrixRow {
  /// The status with which a caller is refused; `nil` if they are not.
  ///
  /// Who is not signed in learns nothing, what is not the caller's to see is not there, and what they see and
  /// may not do is forbidden.
  func refusal(_ caller: MatrixCaller, _ target: MatrixTarget, isReading: Bool) -> Int? {
    if least == .anyone { return nil }
    if !caller.isSignedIn { return 401 }
    if caller.entry == .reading, !isReading { return 403 }
    guard case .role(let role) = least else { return refusalOfOwn(caller, target) }
    if target.isAstray { return 404 }
    guard let own = self.role(of: caller, target.place) else { return 404 }
    if own < entry ?? role { return 403 }
    if role >= .admin, caller.isAgent { return 403 }
    if conditions.contains(.wide), caller.isGuest || caller.isPart { return 403 }
    if conditions.contains(.server), !caller.mayRunServer { return 403 }
    if !target.isComplete || !target.isThere && !isOfThePast(target) { return 404 }
    if own < role { return 403 }
    if let status = refusalOfToken(caller) { return status }
    return conditions.contains(.ofGuests) && !caller.isGuest ? 404 : nil
  }

  /// A refusal of something of the caller's own, or of the server's.
  private func refusalOfOwn(_ caller: MatrixCaller, _ target: MatrixTarget) -> Int? {
    if conditions.contains(.server) {
      if !caller.mayRunServer { return 403 }
    } else if let status = refusalOfToken(caller) {
      return status
    }
    if conditions.contains(.inOwnDomain), caller.isPart { return 404 }
    let isOthers = target.place == .zeta && !conditions.contains(.server)
    return !target.isThere || isOthers ? 404 : nil
  }

  private func refusalOfToken(_ caller: MatrixCaller) -> Int? {
    let isRefused =
      conditions.contains(.noAgents) && caller.isAgent
      || conditions.contains(.noParts) && caller.isPart
    return isRefused ? 403 : nil
  }

  private func isOfThePast(_ target: MatrixTarget) -> Bool {
    target.place != .nowhere
      && (conditions.contains(.past) && !target.isUnknown || conditions.contains(.always))
  }

  private func role(of caller: MatrixCaller, _ place: MatrixTarget.Place) -> Role? {
    switch place {
    case .nowhere: nil
    case .zeta: caller.ownsOther ? .owner : nil
    case .acme:
      switch subjects.first?.place {
      case .project where conditions.contains(.inOrganization):
        caller.project.map { _ in caller.organization ?? .viewer }
      case .project: caller.project
      default:
        caller.organization ?? (conditions.contains(.guests) && caller.isGuest ? .viewer : nil)
      }
    }
  }
}

extension MatrixCaller {
  fileprivate var mayRunServer: Bool { runsServer && entry == .login }
}
