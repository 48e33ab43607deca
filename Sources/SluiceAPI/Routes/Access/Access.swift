public import SluiceCore

/// Who may call a route.
public enum Access: Hashable, Sendable {
  /// Everyone, signed in or not.
  case anyone
  /// Everyone who is signed in; the handler looks only at what is theirs.
  case signedIn
  /// Who has that role, or a higher one, in a place.
  case role(Role, in: Place)
  /// Who runs the server.
  case instanceAdmin
  /// Who may do what the change in the body does, in that organization.
  case byChange(in: Place)

  /// Where the caller must be somebody, if anywhere.
  public var place: Place? {
    switch self {
    case .role(_, let place), .byChange(let place): place
    case .anyone, .signedIn, .instanceAdmin: nil
    }
  }
}
