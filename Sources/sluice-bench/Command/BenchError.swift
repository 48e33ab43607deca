import Glibc
import SluiceCore

/// Why something could not be measured.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }

  /// A failed call of the system.
  static func system(_ call: String) -> BenchError {
    BenchError("\(call) failed: \(String(cString: strerror(errno)))")
  }
}

/// What an engine answers, its failure in the words of this program.
func asking<Output>(_ question: () throws(EngineError) -> Output) throws(BenchError) -> Output {
  do {
    return try question()
  } catch {
    throw BenchError(error.message + (error.nextStep.map { " " + $0 } ?? ""))
  }
}
