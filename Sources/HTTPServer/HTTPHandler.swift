/// Who answers the requests of a server.
public protocol HTTPHandler: Sendable {
  /// Answers a request, now or later from any thread.
  ///
  /// It is called by a thread that serves other connections too, and must not wait for anything.
  func handle(_ request: HTTPRequest, _ reply: HTTPReply)

  /// Words a refusal of the server itself.
  func response(to refusal: HTTPRefusal) -> HTTPResponse
}

extension HTTPHandler {
  /// A refusal as a line of text.
  public func response(to refusal: HTTPRefusal) -> HTTPResponse {
    HTTPResponse(refusal)
  }
}
