public import WebCall

extension ServerConnection: RemoteTransport {
  /// A fault as a sentence that names the server, and the next step that would help.
  public func explain(_ fault: WebFault) -> (message: String, nextStep: String?) {
    (fault.message(about: location), fault.nextStep(about: location))
  }
}
