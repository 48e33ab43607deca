extension ServerConnection {
  /// Who calls and which organization is meant, asked for anew.
  public func choice(
    named name: String?
  ) throws(ServerFault) -> (account: ServerAccount, choice: OrganizationChoice) {
    let account = try account()
    return (account, try choice(named: name, of: account))
  }

  /// Which of an account's organizations is meant.
  public func choice(
    named name: String?, of account: ServerAccount
  ) throws(ServerFault) -> OrganizationChoice {
    let all = try organizations(of: account)
    return try OrganizationChoice(named: name, among: all) { () throws(ServerFault) in
      try personalOrganization(of: account)
    }
  }

  /// Whether the server has more to say than Alloy's guide: whole boards, gates and what others do.
  ///
  /// Who tells the organizations along with the account is one of ours; else it says what it is.
  public func isSluice(_ account: ServerAccount) throws(ServerFault) -> Bool {
    if account.hasPersonalWork != nil { return true }
    return try isSluice()
  }
}
