import SluiceAPI
import SluiceCore

extension Verb {
  static let providerCreate = Verb(
    words: ["provider", "create"],
    summary: "Adds an assistant provider, which agent-required stages need.",
    examples: [
      "sluice provider create --name other --type anthropic --secret-file api_key=key.txt",
      "cat config.txt | sluice provider create --name other --type openai --config-stdin --inactive",
    ],
    options: [.providerName.required, .providerType.required] + Option.settings
      + [.active, .inactive],
    notes: [secretNote],
    run: { session throws(Failure) in
      let isActive = try session.providerActivity() ?? true
      let config = try session.providerSettings()
      let draft = ProviderDraft(
        name: session.invocation[.providerName] ?? "",
        type: session.invocation[.providerType] ?? "", config: config, isActive: isActive)
      try session.write(.createProvider(draft), to: try session.engine(), verb: "Created")
    })

  static let providerUpdate = Verb(
    words: ["provider", "update"],
    summary: "Changes an assistant provider; settings that are not named stay.",
    examples: [
      "sluice provider update helper --inactive",
      "sluice provider update helper --config model=large",
    ],
    operands: [.provider],
    options: [.providerName, .providerType] + Option.settings + [.unset, .active, .inactive],
    notes: [secretNote],
    run: { session throws(Failure) in
      let line = session.invocation
      guard line.verb.options.contains(where: line.has) else {
        throw .usage(
          "sluice provider update needs something to change.", next: session.helpCommand)
      }
      let isActive = try session.providerActivity()
      let engine = try session.engine()
      let provider = try session.provider(in: engine)
      var config = try session.providerSettings().mapValues(Optional.some)
      for name in line.all(.unset) { config.updateValue(nil, forKey: name) }
      let edit = ProviderEdit(
        name: line[.providerName], type: line[.providerType], config: config, isActive: isActive)
      try session.write(.editProvider(.id(provider.id), edit), to: engine, verb: "Updated")
    })

  static let providerDelete = Verb(
    words: ["provider", "delete"],
    summary: "Removes an assistant provider and its secrets.",
    examples: ["sluice provider delete helper --yes"],
    operands: [.provider], options: [.dryRun, .yes], notes: [Loss.forGood.note],
    run: { session throws(Failure) in
      let engine = try session.engine()
      let provider = try session.provider(in: engine)
      try session.delete(
        .deleteProvider(.id(provider.id)), called: "provider \(provider.name)", in: engine,
        losing: .forGood)
    })

  private static let secretNote = """
    Shown later, and allowed in --config, are only
    \(ProviderRules.shown.sorted().joined(separator: ", ")).
    Every other setting is a secret: it is kept for calls of
    the provider, and neither a verb nor the history tells it.
    """
}

extension Session {
  fileprivate func write(
    _ change: Change, to engine: any Engine, verb: String
  ) throws(Failure) {
    guard case .provider(let provider) = try apply(change, to: engine).subject else { return }
    if isJSON { return try print(provider.json) }
    let activity = provider.isActive ? "active" : "inactive"
    try print("\(verb) provider \(provider.name), \(provider.type), \(activity).")
  }
}

extension Option {
  fileprivate static let providerName = Option("name", "TEXT", "the name for people")
  fileprivate static let providerType = Option(
    "type", "TYPE", "whose interface it speaks, such as openai or anthropic")
  fileprivate static let unset = Option("unset", "NAME", "take a setting away")
}
