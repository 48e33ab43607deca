import SluiceAPI
import SluiceCore

extension Verb {
  static let providerTest = Verb(
    words: ["provider", "test"],
    summary: "Calls an assistant provider's endpoint and tells what came of it.",
    examples: [
      "sluice provider test helper",
      "sluice provider test helper --json",
    ],
    operands: [.provider],
    notes: [
      """
      The endpoint is asked with GET and the provider's key; an address that lists models will do. It must
      be https unless it is on this machine. Exits with 69 if the provider cannot be used.
      """
    ],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let provider = try session.provider(in: engine)
      let report = try reporting { () throws(EngineError) in
        try engine.testProvider(.id(provider.id))
      }
      let details = report.json(of: provider)
      guard report.isUsable else {
        throw Failure(
          exit: .unavailable, code: "PROVIDER_UNUSABLE",
          message: "Provider “\(provider.name)” cannot be used. \(report.message)",
          nextCommand: "sluice provider show \(provider.name.shellWord)", details: details)
      }
      if session.isJSON { return try session.print(.object(details)) }
      try session.print(
        "Provider \(provider.name) can be used: \(report.status ?? 200) in "
          + "\(report.milliseconds) ms.")
    })
}
