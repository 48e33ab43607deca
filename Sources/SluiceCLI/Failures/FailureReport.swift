import Drawing
import SluiceCore

/// Says a failure where it belongs: a sentence and the next step for people, an object for programs.
struct FailureReport {
  private let failure: Failure
  private let host: Host

  init(_ failure: Failure, host: Host) {
    self.failure = failure
    self.host = host
  }

  /// Writes the report to the messages and returns the exit code.
  func deliver() -> ExitCode {
    // What was printed before stays first. If not even messages can be written, the code must do.
    try? host.output.flush()
    try? host.messages.write(isJSON ? JSONPrinter.text(json) + "\n" : text)
    try? host.messages.flush()
    return failure.exit
  }

  /// Looked up in the arguments themselves, for they may be what is wrong; `--j` is `--json` cut short.
  private var isJSON: Bool {
    host.arguments.prefix { $0 != "--" }.contains { $0.count > 2 && "--json".hasPrefix($0) }
  }

  private var text: String {
    var lines = ["sluice: " + failure.message]
    lines += failure.findings.map { "  " + $0 }
    lines += zip(
      ["  next: ", "  run:  "], [failure.nextStep, failure.nextCommand].compactMap(\.self)
    )
    .map { $0 + $1 }
    return lines.map { VisibleText.paragraphs($0) + "\n" }.joined()
  }

  private var json: JSONValue {
    var details = failure.details
    if !failure.findings.isEmpty, details.isDisjoint(with: ["faults", "items", "parts"]) {
      details["faults"] = .texts(failure.findings)
    }
    return .object([
      "error": .object([
        "code": .string(failure.code), "message": .string(failure.message),
        "details": .object(details), "next_step": .optional(failure.nextStep),
        "next_command": .optional(failure.nextCommand),
      ])
    ])
  }
}

extension [String: JSONValue] {
  /// Whether it has none of these members.
  fileprivate func isDisjoint(with names: [String]) -> Bool {
    names.allSatisfy { self[$0] == nil }
  }
}
