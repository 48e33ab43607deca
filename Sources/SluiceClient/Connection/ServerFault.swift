public import SluiceCore
public import WebCall

/// Why a server did not do what it was asked.
public enum ServerFault: Error, Hashable, Sendable {
  /// No answer came.
  case web(WebFault, ServerLocation)
  /// Whoever answers is no server of boards.
  case notSluice(ServerLocation)
  /// It is one, and does not know what this version asks for.
  case otherVersion(ServerLocation)
  /// The server does not know who calls; in its words.
  case signedOut(String, ServerLocation)
  /// It refused, in its words.
  case refused(ServerRefusal)
}

/// A server's refusal, as it says it.
public struct ServerRefusal: Hashable, Sendable {
  /// Such as 404.
  public var status: Int
  /// For programs.
  public var code: String
  /// One sentence for people.
  public var message: String
  /// What would help, as a sentence.
  public var nextStep: String?
  /// What would help, as a command line.
  public var nextCommand: String?
  /// What programs may want to know besides.
  public var details: [String: JSONValue]

  /// The refusal in an answer; `nil` if the answer has none in the form of Alloy's routes.
  ///
  /// Source: Alloy, “Errors”.
  public init?(_ reply: WebReply) {
    guard let error = reply.json?["error"], let code = error["code"]?.text,
      let message = error["message"]?.text
    else { return nil }
    status = reply.status
    self.code = code
    self.message = message
    nextStep = error["next_step"]?.text
    nextCommand = error["next_command"]?.text
    if case .object(let details)? = error["details"] {
      self.details = details
    } else {
      details = [:]
    }
  }
}
