import SluiceClient
import SluiceCore

/// Finds out which organization on a server is meant, and keeps it for the next command.
struct OrganizationFinder: Sendable {
  let connection: ServerConnection
  let choice: ServerChoice
  let memory: ServerMemory

  /// The organization of an account that is meant; it has to be said if that is not clear.
  func organization(of account: ServerAccount) throws(Failure) -> ServerOrganization {
    let named = choice.profile.organization
    let (all, found) = try choices(of: account)
    switch found {
    case .found(let organization): return organization
    case .missing: throw .noOrganization(named, among: all, choice)
    case .unclear(let all): throw .unclearOrganization(all, choice)
    }
  }

  private func choices(
    of account: ServerAccount
  ) throws(Failure) -> ([ServerOrganization], OrganizationChoice) {
    do throws(ServerFault) {
      var account = account
      account.memberships = try connection.organizations(of: account)
      return (
        account.memberships ?? [],
        try connection.choice(named: choice.profile.organization, of: account)
      )
    } catch {
      throw Failure(error, choice)
    }
  }

  /// Keeps what a Sluice server said.
  func remember(_ organization: ServerOrganization, _ account: ServerAccount) {
    memory.remember(.init(organization: organization.id, handle: account.handle), for: choice)
  }

  /// The id of the organization that is meant now, where the one that was known is gone; `nil` if that is not
  /// clear.
  func findAgain() -> String? {
    memory.forget(choice)
    guard let (account, found) = try? connection.choice(named: choice.profile.organization),
      case .found(let organization) = found
    else { return nil }
    remember(organization, account)
    return organization.id
  }
}
