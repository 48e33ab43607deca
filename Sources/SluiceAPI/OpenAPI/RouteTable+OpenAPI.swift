public import SluiceCore

extension RouteTable {
  /// The description of the interface in the words of OpenAPI 3.1.
  public func openAPI(version: String) -> JSONValue {
    var paths: [String: [String: JSONValue]] = [:]
    for (route, access) in zip(routes, access) {
      paths[route.path.text, default: [:]][route.method.rawValue.lowercased()] =
        route.operation(access, schemas)
    }
    return .object([
      "openapi": .string("3.1.0"),
      "info": .object([
        "title": .string("Sluice"), "version": .string(version),
        "description": .string("A kanban board with checked moves, served over HTTP."),
        "license": .object(["name": .string("Apache-2.0"), "identifier": .string("Apache-2.0")]),
      ]),
      "servers": .array([.object(["url": .string("/")])]),
      "paths": .object(paths.mapValues(JSONValue.object)),
      "components": .object([
        "schemas": .object(
          schemas.mapValues(\.json).merging(["Error": Schema.error.json]) { first, _ in first }),
        "securitySchemes": .object([
          "bearer": .object([
            "type": .string("http"), "scheme": .string("bearer"),
            "description": .string("An access token, an API key or a personal access token."),
          ])
        ]),
      ]),
    ])
  }
}

extension Schema {
  /// What every refusal is.
  public static let error = Schema.open(
    .required(
      "error",
      .open(
        .required("code", .text), .required("message", .text),
        .required("details", .map(.any)), .required("next_command", .nullable(.text)),
        .optional("next_step", .text))))
}

extension Route {
  /// The operation, with everything that it may answer.
  fileprivate func operation(_ access: Access, _ schemas: [String: Schema]) -> JSONValue {
    var members: [String: JSONValue] = [
      "operationId": .string(name), "summary": .string(summary), "tags": .texts([tag]),
      "parameters": .array(parameters(access)),
      "responses": .object(responses(access)),
      "security": .array(
        access == .anyone ? [] : [.object(["bearer": .array([])])]),
    ]
    if let body {
      members["requestBody"] = .object([
        "required": .bool(body.resolved(schemas)?.mustBeSent ?? true),
        "content": .object(["application/json": .object(["schema": body.json])]),
      ])
    }
    return .object(members)
  }

  private func parameters(_ access: Access) -> [JSONValue] {
    let ofPath = path.parameters.map { name in
      JSONValue.object([
        "name": .string(name), "in": .string("path"), "required": .bool(true),
        "schema": schema(ofParameter: name, access).json,
      ])
    }
    let ofQuery = query.map { parameter in
      let schema = parameter.isRepeated ? Schema.array(parameter.schema) : parameter.schema
      return JSONValue.object([
        "name": .string(parameter.name), "in": .string("query"),
        "required": .bool(parameter.isRequired), "description": .string(parameter.summary),
        "schema": schema.json,
      ])
    }
    return ofPath + ofQuery + headers(access)
  }

  private func headers(_ access: Access) -> [JSONValue] {
    guard !isReading, access != .anyone else { return [] }
    return [
      .object([
        "name": .string("Idempotency-Key"), "in": .string("header"), "required": .bool(false),
        "description": .string("A repetition with the same key is answered as the first was."),
        "schema": Schema.string(
          Schema.StringRule(minimum: 1, maximum: 200, pattern: "^[!-~]+$")
        ).json,
      ])
    ]
  }

  private func responses(_ access: Access) -> [String: JSONValue] {
    var responses: [String: JSONValue] = [:]
    for (status, kinds) in Dictionary(grouping: successes, by: \.status) {
      let content = kinds.compactMap { kind in
        kind.body.map { (kind.type, JSONValue.object(["schema": $0.json])) }
      }
      var response: [String: JSONValue] = ["description": .string("Done.")]
      if !content.isEmpty {
        response["content"] = .object(Dictionary(content) { first, _ in first })
      }
      responses[String(status)] = .object(response)
    }
    let error = JSONValue.object([
      "application/json": .object([
        "schema": .object(["$ref": .string("#/components/schemas/Error")])
      ])
    ])
    for (status, meaning) in refusals(access) {
      responses[String(status)] = .object([
        "description": .string(meaning), "content": error,
      ])
    }
    return responses
  }

  private func refusals(_ access: Access) -> [(Int, String)] {
    var refusals = [
      (400, "The request makes no sense."), (408, "The request did not arrive in time."),
      (413, "The body is too long."), (429, "Too much is asked at once."),
      (500, "The server has failed."), (503, "The server cannot do it now."),
    ]
    if access != .anyone {
      refusals += [(401, "The caller is not signed in."), (403, "The caller may not do this.")]
    }
    if body != nil { refusals.append((415, "The body is not JSON.")) }
    if namesThings(access) {
      refusals += [
        (404, "There is no such thing, or it is not the caller's to see."),
        (409, "Something has changed meanwhile, is in the way, or is named twice."),
        (422, "A rule refuses it."),
      ]
    }
    if !isReading {
      refusals.append((507, "The disk is full, or failed."))
      if access == .anyone {
        refusals += [
          (401, "The caller is not who they say."), (403, "The caller may not do this."),
        ]
      }
    }
    return refusals
  }

  private func namesThings(_ access: Access) -> Bool {
    access.place != nil || !path.parameters.isEmpty || !query.isEmpty || !isReading
  }
}

extension Schema {
  /// Whether an object without members would not do.
  fileprivate var mustBeSent: Bool {
    guard case .object(let rule) = self else { return true }
    return rule.choice != nil || rule.members.contains(where: \.isRequired)
  }
}
