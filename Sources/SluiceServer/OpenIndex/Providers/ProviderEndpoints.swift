internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// Assistant providers, which all organizations of a server share.
///
/// Source: OpenIndex, “Agent-required stages” and “Assistant providers”; rule 7: secrets never come back.
enum ProviderEndpoints {
  static let all = [list, create, show, update, delete, test]

  private static let tag = "Assistant providers"
  private static let path = "/admin/ai/providers"
  private static let reply = Schema.reference("AssistantProvider")
  private static let word = Schema.string(.init(minimum: 1, maximum: Ticket.maximumWordLength))

  private static let list = Endpoint(
    Route(
      "listAssistantProviders", .get, path, "Lists the assistant providers, by name.", tag: tag,
      query: .camelPage, [Route.Success(200, .camelPage(reply))], dialect: .camel)
  ) { call throws(APIError) in
    let page = try translating { () throws(EngineError) in
      try call.parts.engines.root.providers(call.page)
    }
    return .ok(page.camelJSON(\.camelJSON))
  }

  private static let create = Endpoint(
    Route(
      "createAssistantProvider", .post, path, "Makes an assistant provider.", tag: tag,
      body: .object(
        .required("name", word), .required("type", word),
        .required(
          "config",
          .described(.map(.text), "Settings; all but endpoint, model and the like are secrets.")),
        .optional("active", .boolean)),
      [Route.Success(201, reply)], dialect: .camel), isSecret: false
  ) { call throws(APIError) in
    let draft = ProviderDraft(
      name: call.text("name") ?? "", type: call.text("type") ?? "", config: call.pairs("config"),
      isActive: call.flag("active") ?? true)
    return .created(try call.change(provider: .createProvider(draft)))
  }

  private static let show = Endpoint(
    Route(
      "getAssistantProvider", .get, path + "/{id}", "Shows an assistant provider.", tag: tag,
      [Route.Success(200, reply)], dialect: .camel)
  ) { call throws(APIError) in
    .ok(try call.provider().camelJSON)
  }

  /// Settings that are not named stay; `null` takes one away.
  private static let update = Endpoint(
    Route(
      "updateAssistantProvider", .patch, path + "/{id}", "Changes an assistant provider.",
      tag: tag,
      body: .object(
        .optional("name", word), .optional("type", word),
        .optional("config", .map(.nullable(.text))), .optional("active", .boolean)),
      [Route.Success(200, reply)], dialect: .camel)
  ) { call throws(APIError) in
    var config: [String: String?] = [:]
    if case .object(let members)? = call.member("config") {
      config = members.mapValues { if case .string(let text) = $0 { text } else { nil } }
    }
    let edit = ProviderEdit(
      name: call.text("name"), type: call.text("type"), config: config,
      isActive: call.flag("active"))
    return .ok(try call.change(provider: .editProvider(.id(try call.provider().id), edit)))
  }

  private static let delete = Endpoint(
    Route(
      "deleteAssistantProvider", .delete, path + "/{id}",
      "Removes an assistant provider; without another, agent-required stages cannot be completed.",
      tag: tag, [Route.Success(204)], dialect: .camel)
  ) { call throws(APIError) in
    let change = Change.deleteProvider(.id(try call.provider().id))
    _ = try translating { () throws(EngineError) in
      try call.parts.engines.root.apply(change, by: call.actor)
    }
    return .noContent
  }

  /// A provider that cannot be used is what was asked for, and so 200; `usable` tells.
  private static let test = Endpoint(
    Route(
      "testAssistantProvider", .post, path + "/{id}/test",
      "Calls a provider's endpoint with its key and tells what came of it.", tag: tag,
      [Route.Success(200, .reference("AssistantProviderReport"))], dialect: .camel,
      isReading: true),
    .errand { call throws(APIError) in
      let (id, engine) = (try call.provider().id, call.parts.engines.root)
      return {
        Result { () throws(APIError) in
          let report = try translating { () throws(EngineError) in
            try engine.testProvider(.id(id))
          }
          return .ok(report.camelJSON(of: id))
        }
      }
    })
}

extension Call {
  /// The provider of the path, by id or by name.
  fileprivate func provider() throws(APIError) -> Provider {
    try translating { () throws(EngineError) in
      try parts.engines.root.provider(ProviderReference(parameter("id")))
    }
  }

  fileprivate func change(provider change: Change) throws(APIError) -> JSONValue {
    let receipt = try translating { () throws(EngineError) in
      try parts.engines.root.apply(change, by: actor)
    }
    guard case .provider(let provider) = receipt.subject else { throw .unexpected }
    return provider.camelJSON
  }
}

extension Provider {
  /// The provider as OpenIndex's routes write it: of secrets only the names.
  fileprivate var camelJSON: JSONValue {
    .object([
      "id": .id(id), "name": .string(name), "type": .string(type),
      "config": .object(settings.mapValues(JSONValue.string)), "secrets": .texts(secrets),
      "active": .bool(isActive), "createdAt": .string(createdAt.description),
      "updatedAt": .string(updatedAt.description),
    ])
  }
}

extension ProviderReport {
  fileprivate func camelJSON(of provider: Provider.ID) -> JSONValue {
    .object([
      "providerId": .id(provider), "usable": .bool(isUsable),
      "status": status.map(JSONValue.integer) ?? .null, "milliseconds": .integer(milliseconds),
      "message": .string(message),
    ])
  }
}
