internal import HTTPServer
internal import SluiceCore

/// Why the program did not do what its command line asks.
struct StartFailure: Error, Hashable {
  let exit: Exit
  /// One sentence.
  let message: String
  /// What would help, as a sentence or a command line.
  var nextStep: String?

  static func usage(_ message: String) -> StartFailure {
    StartFailure(exit: .usage, message: message, nextStep: "See “sluiced --help”.")
  }

  static func configuration(_ message: String, _ nextStep: String? = nil) -> StartFailure {
    StartFailure(exit: .configuration, message: message, nextStep: nextStep)
  }
}

extension StartFailure {
  /// What the engine threw, for the command line.
  init(_ error: EngineError) {
    let exit: Exit =
      switch error.code {
      case .notFound: .notFound
      case .conflict: .conflict
      case .refused: .refused
      case .invalid: .usage
      case .unavailable: .tryAgain
      case .storage: .inputOutput
      case .permission: .permission
      case .unusableFile: .configuration
      case .interrupted: .interrupted
      }
    self.init(exit: exit, message: error.message, nextStep: error.nextStep)
  }

  /// Why the server cannot listen.
  init(_ fault: HTTPFault) {
    switch fault {
    case .badAddress(let text):
      self.init(
        exit: .configuration, message: "“\(text)” is no address to listen at.",
        nextStep: "Name one as HOST:PORT, such as 127.0.0.1:3000.")
    case .inUse(let text):
      self.init(
        exit: .conflict, message: "The address is taken: \(text).",
        nextStep: "Stop who listens there, or name another with --listen or --socket.")
    case .badCertificate(let text):
      self.init(
        exit: .configuration, message: "The certificate cannot be used: \(text).",
        nextStep: "Name the PEM files with --tls-cert and --tls-key.")
    case .failed(let text):
      self.init(
        exit: .unavailable, message: "The server cannot listen: \(text).",
        nextStep: "Name another address with --listen.")
    }
  }
}
