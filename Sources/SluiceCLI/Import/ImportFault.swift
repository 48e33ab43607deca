import SluiceCore

/// One thing in a file that cannot be imported.
struct ImportFault: Hashable {
  /// Where it stands in the file, from 1.
  let line: Int
  /// Where it stands in the data, such as `[12].title`; empty if the line says enough.
  let place: String
  /// What is wrong and what was expected, as a sentence.
  let message: String
}

extension Failure {
  /// More findings than this are counted only.
  static let listedFaults = 20

  /// A file of which nothing was imported because of these faults.
  static func malformed(_ file: String, _ faults: [ImportFault]) -> Failure {
    let count = faults.count == 1 ? "a fault" : "\(faults.count) faults"
    var findings = faults.prefix(listedFaults).map { fault in
      "line \(fault.line)" + (fault.place.isEmpty ? "" : ", \(fault.place)") + ": \(fault.message)"
    }
    if faults.count > listedFaults { findings.append("and \(faults.count - listedFaults) more") }
    return Failure(
      exit: .failed, code: "MALFORMED_FILE",
      message: "“\(file)” has \(count); nothing was imported.", findings: findings,
      nextStep: "Correct the file and import it again.",
      details: [
        "faults": .array(
          faults.prefix(listedFaults).map {
            .object([
              "line": .integer($0.line), "place": .string($0.place), "message": .string($0.message),
            ])
          }), "fault_count": .integer(faults.count),
      ])
  }
}
