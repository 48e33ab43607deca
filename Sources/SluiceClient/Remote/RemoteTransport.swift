public import WebCall

/// What carries the requests of a remote engine to its server: libcurl, or a test.
///
/// Calls block and may come from several threads at once.
public protocol RemoteTransport: Sendable {
  /// Sends a request and waits for the answer, whatever its status.
  func send(_ request: WebRequest) throws(WebFault) -> WebReply

  /// Hands over the events of a stream until it ends; `opened` is called once the server has agreed.
  ///
  /// An answer other than a stream is returned with its body. Only one stream is followed at a time.
  func follow(
    _ request: WebRequest, opened: () -> Void, _ take: (ServerEvent) -> Void
  ) throws(WebFault) -> WebReply

  /// Ends the stream that is followed now, if one is, with `cancelled`; the next may be followed.
  func breakStream()

  /// Ends every wait, now and for good, with `cancelled`.
  func close()

  /// A fault as a sentence that names the server, and the next step that would help.
  func explain(_ fault: WebFault) -> (message: String, nextStep: String?)
}
