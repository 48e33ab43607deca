import SluiceAPI
import SluiceCore

extension Failure {
  /// What the engine threw, for the command line.
  init(_ error: EngineError) {
    self.init(
      exit: ExitCode(error.code), code: error.code.rawValue, message: error.message,
      findings: error.faults.map(\.description) + error.refusals.map(\.line),
      nextStep: error.nextStep)
    nextCommand = error.nextCommand
    details = error.details
  }
}

extension EngineError {
  /// What became of those tickets of a set that may not be changed.
  fileprivate var refusals: [TicketResult] {
    results.filter(\.isRefused)
  }
}

extension ExitCode {
  /// The one table from the engine's kinds of failure to exit codes.
  init(_ code: EngineError.Code) {
    self =
      switch code {
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
  }
}

/// Runs a call of the engine, saying its error in the words of the command line.
func reporting<Value>(_ call: () throws(EngineError) -> Value) throws(Failure) -> Value {
  do {
    return try call()
  } catch {
    throw Failure(error)
  }
}

extension TicketDetail {
  /// Asks a rule about the ticket, saying its refusal in the words of the command line.
  func judging<Value>(_ call: () throws(Rejection) -> Value) throws(Failure) -> Value {
    do {
      return try call()
    } catch {
      var failure = Failure(EngineError(error))
      failure.nextCommand = error.nextCommand(for: state.ticket.key)
      throw failure
    }
  }
}
