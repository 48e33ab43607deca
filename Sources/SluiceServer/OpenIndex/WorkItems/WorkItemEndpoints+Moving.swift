internal import SluiceAPI
internal import SluiceCore

extension WorkItemEndpoints {
  /// The steps of “How transitions work”, in their order.
  ///
  /// Source: OpenIndex, “How transitions work”.
  static let moving = [transitions, context, values, setValues, claim, release, progress]

  static let transitions = Endpoint(
    Route(
      "workItemTransitions", .get, "/browse/{key}/transitions",
      "Shows where a work item stands, where it may go, and the gates on the way.", tag: tag,
      query: .domainOfKey, [Route.Success(200, .reference("WorkItemTransitions"))],
      dialect: .camel)
  ) { call throws(APIError) in
    .ok(try call.workItem().transitionsJSON)
  }

  static let context = Endpoint(
    Route(
      "workItemAgentContext", .get, "/browse/{key}/agent-context",
      "Tells an agent the goal, the exits, those blocked and why, and the fields asked for.",
      tag: tag,
      query: .domainOfKey + [
        QueryParameter("agentId", WorkItemSchemas.agent, "The agent that would act.")
      ], [Route.Success(200, .reference("AgentContext"))], dialect: .camel)
  ) { call throws(APIError) in
    let actor = try call.actor(as: call.text(inQuery: "agentId"))
    return .ok(try call.workItem().agentContextJSON(for: actor))
  }

  static let values = Endpoint(
    Route(
      "getCustomFields", .get, "/browse/{key}/custom-fields",
      "Shows the values of a work item's custom fields, and which fields there are.", tag: tag,
      query: .domainOfKey, [Route.Success(200, .reference("CustomFieldValues"))], dialect: .camel)
  ) { call throws(APIError) in
    .ok(try call.workItem().customFieldsJSON)
  }

  static let setValues = Endpoint(
    Route(
      "setCustomFields", .post, "/browse/{key}/custom-fields",
      "Gives custom fields values, all of them or none.", tag: tag, query: .domainOfKey,
      body: .object(
        .init(
          [.required("values", WorkItemSchemas.valuesByField), .agentID] + .expectations)),
      [Route.Success(200, .reference("CustomFieldValues"))], dialect: .camel)
  ) { call throws(APIError) in
    let values = try call.customValues("values")
    let actor = try call.actor(as: call.text("agentId"))
    _ = try call.changeItem(.setValues(values), as: actor, expecting: call.expectation())
    return .ok(try call.workItem().customFieldsJSON)
  }

  /// Another agent's claim is a conflict that names the holder; the same agent may claim again.
  ///
  /// Source: rule 6.
  static let claim = Endpoint(
    Route(
      "claimWorkItem", .post, "/browse/{key}/claim",
      "Moves a work item to an in-progress status and sets the active agent.", tag: tag,
      query: .domainOfKey,
      body: .object(
        .init(
          [
            .agentID,
            .optional(
              "toStatus",
              .described(
                .nullable(.text), "A status of category in_progress; the first by default.")),
          ] + .expectations)),
      [Route.Success(200, .reference("WorkItem"))], dialect: .camel)
  ) { call throws(APIError) in
    let agent = try call.agent(call.text("agentId"))
    let receipt = try call.changeItem(
      .claim(agent: agent, to: call.text("toStatus")),
      as: Actor(name: call.actor.name, agent: agent),
      expecting: call.expectation())
    return try call.shown(receipt.warnings)
  }

  /// An agent gives back what it holds; without one named, whoever may change the item takes it back.
  static let release = Endpoint(
    Route(
      "releaseWorkItem", .post, "/browse/{key}/release",
      "Gives a claimed work item back; it stays where it is.", tag: tag, query: .domainOfKey,
      body: .object(.init([.agentID] + .expectations)),
      [Route.Success(200, .reference("WorkItem"))], dialect: .camel)
  ) { call throws(APIError) in
    let actor = try call.actor(as: call.text("agentId"))
    let receipt = try call.changeItem(
      .release(agent: actor.agent), as: actor, expecting: call.expectation())
    return try call.shown(receipt.warnings)
  }

  /// What is answered is saved at once; the last answer moves the item.
  ///
  /// Source: design, faces: HTTP.
  static let progress = Endpoint(
    Route(
      "progressStageGate", .post, "/browse/{key}/stage-gates/{gateKey}/progress",
      "Confirms what a stage gate asks for and, once that is all, moves through it.", tag: tag,
      query: .domainOfKey,
      body: .object(
        .init(
          [
            .optional("acknowledged", .nullable(.boolean)),
            .optional(
              "checklist", .described(.nullable(.array(.text)), "The keys of items to tick.")),
            .optional("fields", .nullable(WorkItemSchemas.valuesByField)),
            .optional(
              "toStatus",
              .described(.nullable(.text), "Needed where several statuses lie behind the gate.")),
            .agentID,
          ] + .expectations)),
      [Route.Success(200, .reference("StageGateProgress"))], dialect: .camel)
  ) { call throws(APIError) in
    let gate = call.parameter("gateKey")
    let answers = GateAnswers(
      isAcknowledged: call.flag("acknowledged") ?? false, checklist: call.texts("checklist") ?? [],
      values: try call.customValues("fields"))
    let actor = try call.actor(as: call.text("agentId"))
    let before = try call.workItem().state.ticket.status
    let receipt = try call.changeItem(
      .progress(gate: gate, answers, to: call.text("toStatus")), as: actor,
      expecting: call.expectation())
    let detail = try call.workItem()
    let missing = receipt.needs.filter { $0.gate.key == gate }.flatMap { need in
      zip(need.unmet, need.texts).map { $0.json(saying: $1) }
    }
    return .ok(
      .object([
        "workItem": detail.workItemJSON, "missing": .array(missing),
        "passed": .bool(detail.state.ticket.status != before),
        "warnings": .texts(receipt.warnings),
      ])
    ).tagged(detail.state.ticket.version)
  }
}

extension Call {
  /// Values of fields as a person would type them; `null` takes a value away.
  fileprivate func customValues(_ name: String) throws(APIError) -> [String: String?] {
    guard case .object(let members)? = member(name) else { return [:] }
    var values: [String: String?] = [:]
    for (key, value) in members {
      switch value {
      case .string(let text): values[key] = .some(text)
      case .number(let number): values[key] = .some(FieldValue.number(number).text)
      case .null: values[key] = .some(nil)
      default:
        throw .malformed("\(name).\(key): Expected a text or a number, found \(value.kind).")
      }
    }
    return values
  }
}

extension TicketDetail {
  /// The values of the fields that the workflow has, and those fields.
  fileprivate var customFieldsJSON: JSONValue {
    var fields: [JSONValue] = []
    if case .array(let known)? = workflow.draft.json["fields"] { fields = known }
    return .object([
      "key": .string(state.ticket.key.description),
      "workflowId": .string(workflow.id.description),
      "values": .object(values.mapValues(\.json)), "fields": .array(fields),
    ])
  }
}
