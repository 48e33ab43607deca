public import WebCall

extension ServerFault {
  /// One sentence for a person: what failed and why.
  public var message: String {
    switch self {
    case .web(let fault, let server): fault.message(about: server)
    case .notSluice(let server): "What answers at \(server) is not a Sluice server."
    case .otherVersion(let server):
      "The Sluice server at \(server) is of another version and does not know this call."
    case .signedOut(let message, _): message
    case .refused(let refusal): refusal.message
    }
  }

  /// The next step that would help, as a sentence.
  public var nextStep: String? {
    switch self {
    case .web(let fault, let server): fault.nextStep(about: server)
    case .notSluice: "Check the address, and a path in it; --server names another."
    case .otherVersion: "Use the same version of sluice and sluiced."
    case .signedOut: "Sign in with “sluice login”."
    case .refused(let refusal): refusal.nextStep
    }
  }
}

extension WebFault {
  /// One sentence that names the server.
  public func message(about server: ServerLocation) -> String {
    switch self {
    case .noLibrary: "This machine has no libcurl, which is needed to call \(server)."
    case .forbiddenAddress:
      "“\(server)” is not called: without https everyone on the way could read along."
    case .untrusted(let reason): "\(server) cannot prove who it is: \(reason)."
    case .unreachable(let reason): "\(server) cannot be reached: \(reason)."
    case .replyLost(let reason), .failed(let reason):
      "The connection to \(server) was lost before the answer came: \(reason)."
    case .timedOut, .silent: "\(server) does not answer in time."
    case .tooLong(let limit): "\(server) answers with more than \(limit) bytes."
    case .notHTTP: "What answers at \(server) does not speak HTTP."
    case .malformedRequest: "The request cannot be sent to \(server) as it is."
    case .cancelled: "The wait for \(server) was ended."
    }
  }

  /// The next step that would help, as a sentence.
  public func nextStep(about server: ServerLocation) -> String? {
    switch self {
    case .noLibrary: "Install libcurl4."
    case .forbiddenAddress:
      "Use https, or allow it for a network that you trust with “sluice profile set NAME --plain-http yes”."
    case .untrusted: "Name the file of the authority that vouches for it: --ca-file FILE."
    case .unreachable where server.isSocket: "Start sluiced with --socket, or name another socket."
    case .unreachable: "Check the address and the network, and that sluiced runs there."
    case .replyLost, .failed, .timedOut, .silent:
      "Look whether it was done before you try again."
    case .notHTTP, .tooLong: "Check the address; --server names another."
    case .malformedRequest, .cancelled: nil
    }
  }
}
