import SluiceCore
import Testing

/// Assistant providers, whose secrets go in and never come out.
@Suite struct ProviderContractTests {
  private static let secret = "s3cr3t"

  private let draft = ProviderDraft(
    name: "helper", type: "openai",
    config: ["endpoint": "https://api.example.org/v1", "api_key": secret, "model": "small"])

  @Test(arguments: EngineKind.all)
  func `A provider comes back with its settings and the names of its secrets`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let receipt = try world.apply(.createProvider(draft))
    guard case .provider(let made) = receipt.subject else {
      Issue.record("\(receipt.subject)")
      return
    }
    #expect(
      made
        == Provider(
          id: made.id, name: "helper", type: "openai",
          settings: ["endpoint": "https://api.example.org/v1", "model": "small"],
          secrets: ["api_key"], isActive: true, createdAt: world.clock.now,
          updatedAt: world.clock.now))
    #expect(try world.engine.provider(.id(made.id)) == made)
    #expect(try world.engine.provider(.name("helper")) == made)
    #expect(try world.engine.providers(PageRequest()).items == [made])
  }

  @Test(arguments: EngineKind.all)
  func `No answer, no error and no event holds a secret`(kind: EngineKind) throws {
    let world = try World(kind)
    var answers: [String] = []
    answers.append("\(try world.apply(.createProvider(draft)))")
    answers.append("\(try world.refusal(.createProvider(draft)))")
    let edit = ProviderEdit(config: ["token": Self.secret, "model": nil])
    answers.append(
      "\(try world.engine.preview(.editProvider(.name("helper"), edit), by: world.actor))")
    answers.append("\(try world.apply(.editProvider(.name("helper"), edit)))")
    let faults = [
      ["api_key": Self.secret + "\n"],
      ["api_key": Self.secret + String(repeating: "x", count: 10_000)],
      ["endpoint": "https://ann:\(Self.secret)@example.org"], ["endpoint": Self.secret],
      ["endpoint": "https://api.example.org/v1?key=\(Self.secret)"],
      ["base_url": "https://api.example.org/v1#\(Self.secret)"],
      ["endpoint": "https://ann:\(Self.secret)/w@example.org"],
      ["endpoint": "https:\\\\ann:\(Self.secret)@example.org"],
    ]
    for config in faults {
      let draft = ProviderDraft(name: "other", type: "t", config: config)
      answers.append("\(try world.refusal(.createProvider(draft)))")
    }
    answers.append("\(try world.engine.testProvider(.name("helper")))")
    answers.append("\(try world.everything())")
    answers.append("\(try world.apply(.deleteProvider(.name("helper"))))")
    answers.append("\(try world.everything())")
    #expect(answers.filter { $0.contains(Self.secret) } == [])
  }

  @Test(arguments: EngineKind.all)
  func `An edit changes what it names; history tells which, not what`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createProvider(draft))
    try world.apply(
      .editProvider(
        .name("helper"),
        ProviderEdit(
          name: "aide", config: ["model": nil, "api_key": "new", "region": "eu"],
          isActive: false)))
    let provider = try world.engine.provider(.name("aide"))
    #expect(provider.settings == ["endpoint": "https://api.example.org/v1", "region": "eu"])
    #expect(provider.secrets == ["api_key"])
    #expect(!provider.isActive)
    #expect(
      try world.events().map(\.line) == [
        "ann provider.created helper: – → openai",
        "ann provider.edited helper: – → name, active, config.api_key, config.model, config.region",
      ])
    let same = try world.apply(.editProvider(.name("aide"), ProviderEdit(name: "aide")))
    #expect(same.sequence == 2)
  }

  @Test(arguments: EngineKind.all)
  func `A test calls the endpoint and reports`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createProvider(draft))
    #expect(
      try world.engine.testProvider(.name("helper"))
        == ProviderReport(
          isUsable: true, status: 200, milliseconds: 3, message: "openai was called with a key."))
    try world.apply(
      .editProvider(
        .name("helper"),
        ProviderEdit(config: ["endpoint": "https://api.example.org/down", "api_key": nil])))
    #expect(
      try world.engine.testProvider(.name("helper"))
        == ProviderReport(
          isUsable: false, status: nil, milliseconds: 3, message: "openai was called without a key."
        ))
    // A test changes nothing.
    #expect(try world.events().count == 2)
  }

  @Test(arguments: EngineKind.all)
  func `A provider without an endpoint cannot be tested`(kind: EngineKind) throws {
    let world = try World(kind)
    try world.apply(.createProvider(ProviderDraft(name: "p", type: "t", config: [:])))
    let error = try world.failure { try world.engine.testProvider(.name("p")) }
    #expect(error.code == .invalid)
    #expect(error.message == "Provider “p” has no endpoint to call.")
    let unknown = try world.failure { try world.engine.testProvider(.name("q")) }
    #expect(unknown.message == "There is no provider “q”.")
    #expect(unknown.missing == "provider")
  }

  @Test(arguments: EngineKind.all)
  func `Names are given once, and come sorted, page by page`(kind: EngineKind) throws {
    let world = try World(kind)
    for name in ["c", "a", "b"] {
      try world.apply(.createProvider(ProviderDraft(name: name, type: "t", config: [:])))
    }
    #expect(
      try world.refusal(.createProvider(ProviderDraft(name: "a", type: "t", config: [:]))).message
        == "There is a provider “a” already.")
    #expect(
      try world.refusal(.editProvider(.name("b"), ProviderEdit(name: "c"))).code == .conflict)
    let first = try world.engine.providers(PageRequest(limit: 2))
    #expect(first.items.map(\.name) == ["a", "b"])
    let second = try world.engine.providers(PageRequest(limit: 2, cursor: first.nextCursor))
    #expect(second.items.map(\.name) == ["c"])
    #expect(second.nextCursor == nil)
    try world.apply(.deleteProvider(.name("b")))
    #expect(try world.engine.providers(PageRequest()).items.map(\.name) == ["a", "c"])
    #expect(try world.failure { try world.engine.provider(.name("b")) }.code == .notFound)
  }

  @Test(
    arguments: EngineKind.all,
    [
      (ProviderDraft(name: " ", type: "t", config: [:]), "A provider needs a name."),
      (ProviderDraft(name: "p", type: "", config: [:]), "A provider needs a type."),
      (
        ProviderDraft(name: "p", type: "t", config: ["api key": "x"]),
        "The name of a setting is made of letters, digits and “_”, not “api key”."
      ),
      (
        ProviderDraft(name: "p", type: "t", config: ["model": ""]),
        "The setting “model” is one line of 1 to 10000 bytes."
      ),
      (
        ProviderDraft(name: "p", type: "t", config: ["endpoint": "ftp://x"]),
        "The setting “endpoint” is an address such as https://api.example.org/v1, "
          + "without name, password or query; what is secret is a setting of its own."
      ),
    ])
  func `A bad provider is refused`(
    kind: EngineKind, example: (draft: ProviderDraft, message: String)
  ) throws {
    let world = try World(kind)
    let error = try world.refusal(.createProvider(example.draft))
    #expect(error.code == .refused)
    #expect(error.message == example.message)
    #expect(try world.engine.providers(PageRequest()).items == [])
  }
}
