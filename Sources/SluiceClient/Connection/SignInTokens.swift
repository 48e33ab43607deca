/// What proves to a server who calls.
public struct SignInTokens: Hashable, Sendable {
  /// Sent with every request.
  public var access: String
  /// Gets another pair when the first is no longer accepted; `nil` where there is none to get.
  public var refresh: String?

  /// A pair, or an access token alone.
  public init(access: String, refresh: String? = nil) {
    self.access = access
    self.refresh = refresh
  }
}

/// Where the tokens of a person are kept between programs.
public protocol TokenStore: Sendable {
  /// Replaces tokens that a server no longer accepts, while no other program does the same.
  ///
  /// If another program was quicker, its tokens are returned; else those that `renew` makes of the ones kept,
  /// which are then kept in their place. `nil` means that there are none.
  func replace(
    _ refused: SignInTokens, _ renew: (SignInTokens) -> SignInTokens?
  ) -> SignInTokens?
}
