import SluiceAPI
import SluiceCore

extension Verb {
  static let providerList = Verb(
    words: ["provider", "list"], summary: "Lists the assistant providers by name.",
    examples: ["sluice provider list", "sluice provider list --json"],
    options: [.limit, .cursor],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let request = session.page
      let page = try reporting { () throws(EngineError) in try engine.providers(request) }
      if session.isJSON { return try session.print(page) { $0.json } }
      guard !page.items.isEmpty else { return try session.note("No providers.") }
      var table = TextTable([
        .init(heading: "NAME"), .init(heading: "TYPE"), .init(heading: "ACTIVE"),
        .init(heading: "SECRETS"), .init(heading: "SETTINGS", isFlexible: true),
      ])
      for provider in page.items {
        table.add([
          provider.name, provider.type, provider.isActive ? "yes" : "no",
          provider.secrets.joined(separator: ", "),
          provider.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            .joined(separator: " "),
        ])
      }
      try session.print(table)
      if let cursor = page.nextCursor { try session.note("There are more: --cursor \(cursor)") }
    })

  static let providerShow = Verb(
    words: ["provider", "show"], aliases: ["get"],
    summary: "Shows an assistant provider, of its secrets only the names.",
    examples: ["sluice provider show helper", "sluice provider get helper --json"],
    operands: [.provider],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let provider = try session.provider(in: engine)
      if session.isJSON { return try session.print(provider.json) }
      try session.print(provider.name + "\n")
      let settings = provider.settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      let secrets = provider.secrets.map { ($0, "kept, not shown") }
      for (name, value) in [
        ("Type", provider.type), ("Active", provider.isActive ? "yes" : "no"),
        ("Id", "\(provider.id)"), ("Created", "\(provider.createdAt)"),
        ("Updated", "\(provider.updatedAt)"),
      ] + settings + secrets {
        try session.print(name.padded(to: max(8, name.count)) + "  " + value)
      }
    })
}

extension Session {
  /// The provider that the operand names.
  func provider(in engine: any Engine) throws(Failure) -> Provider {
    let reference = ProviderReference(invocation.operands[0])
    return try reporting { () throws(EngineError) in try engine.provider(reference) }
  }
}

extension Operand {
  static let provider = Operand("PROVIDER", "its name or id", .provider)
}
