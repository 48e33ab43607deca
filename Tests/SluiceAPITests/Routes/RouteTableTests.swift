import SluiceAPI
import SluiceCore
import Testing

@Suite struct RouteTableTests {
  private static func route(
    _ name: String, _ method: Method = .get, _ path: String, body: Schema? = nil
  ) -> Route {
    Route(name, method, path, "Does it.", tag: "Tests", body: body, [Route.Success(200, .any)])
  }

  private let queue = route("queue", .get, "/browse/queue")
  private let item = route("item", .get, "/browse/{key}")
  private let claim = route("claim", .post, "/browse/{key}/claim")

  private func table() throws(RouteFault) -> RouteTable {
    try RouteTable(
      [queue, item, claim],
      access: [
        "queue": .signedIn, "item": .role(.viewer, in: .ticket("key")),
        "claim": .role(.member, in: .ticket("key")),
      ])
  }

  @Test func `A word goes before a parameter`() throws {
    let table = try table()
    #expect(table.match("GET", ["browse", "queue"]) == .found(0, [:]))
    #expect(table.match("GET", ["browse", "OPS-1"]) == .found(1, ["key": "OPS-1"]))
    #expect(table.match("HEAD", ["browse", "OPS-1"]) == .found(1, ["key": "OPS-1"]))
    // What is no end below the word is looked for below the parameter.
    #expect(table.match("POST", ["browse", "queue", "claim"]) == .found(2, ["key": "queue"]))
  }

  @Test func `A known path tells its methods, an unknown one nothing`() throws {
    let table = try table()
    #expect(
      table.match("DELETE", ["browse", "OPS-1"]) == .otherMethods(["GET", "HEAD", "OPTIONS"]))
    #expect(table.match("BREW", ["browse", "x", "claim"]) == .otherMethods(["POST", "OPTIONS"]))
    #expect(table.match("GET", ["browse"]) == .nothing)
    #expect(table.match("GET", ["browse", ""]) == .nothing)
    #expect(table.match("GET", ["browse", "OPS-1", ""]) == .nothing)
    #expect(table.match("GET", []) == .nothing)
  }

  private func fault(_ routes: [Route], _ access: [String: Access]) -> RouteFault? {
    do {
      _ = try RouteTable(routes, access: access)
      return nil
    } catch {
      return error
    }
  }

  @Test func `A server does not start with a route that nobody said who may call`() {
    #expect(fault([queue, item], ["queue": .anyone]) == .noAccess(route: "item"))
    #expect(fault([queue], ["queue": .anyone, "item": .anyone]) == .noRoute(access: "item"))
    #expect(
      fault([queue], ["queue": .role(.viewer, in: .project("key"))])
        == .noPlace(route: "queue", name: "key"))
    #expect(RouteFault.noAccess(route: "item").message.contains("“item”"))
  }

  @Test func `Routes that could not be told apart are refused`() {
    let other = Self.route("other", .get, "/browse/{id}")
    #expect(
      fault([item, other], ["item": .anyone, "other": .anyone]) == .doublePath("item", "other"))
    #expect(fault([item, item], ["item": .anyone]) == .doubleName("item"))
    let made = Self.route("made", .post, "/x", body: .reference("Thing"))
    #expect(fault([made], ["made": .anyone]) == .noSchema(route: "made", name: "Thing"))
  }

  @Test func `The place of a route may stand in its body`() {
    let made = Self.route(
      "made", .post, "/projects", body: .object(.required("org_id", .text)))
    #expect(fault([made], ["made": .role(.member, in: .organization("org_id"))]) == nil)
  }

  @Test func `The description tells each operation with what it may answer`() throws {
    guard case .object(let document) = try table().openAPI(version: "1.2.3"),
      case .object(let paths)? = document["paths"],
      case .object(let path)? = paths["/browse/{key}/claim"],
      case .object(let operation)? = path["post"],
      case .object(let responses)? = operation["responses"]
    else {
      Issue.record("There is no such operation.")
      return
    }
    #expect(document["openapi"] == .string("3.1.0"))
    #expect(operation["operationId"] == .string("claim"))
    #expect(
      responses.keys.sorted() == [
        "200", "400", "401", "403", "404", "408", "409", "413", "422", "429", "500", "503", "507",
      ])
  }

  @Test func `The description tells what names a thing, and which body may be left out`() throws {
    let edit = Self.route(
      "edit", .patch, "/projects/{project}", body: .reference("Edit"))
    let make = Self.route("make", .post, "/projects", body: .reference("Draft"))
    let table = try RouteTable(
      [edit, make], access: ["edit": .role(.member, in: .project("project")), "make": .signedIn],
      schemas: [
        "Edit": .object(.optional("name", .text)), "Draft": .object(.required("name", .text)),
      ])
    let text = JSONPrinter.line(table.openAPI(version: "1"))
    #expect(text.contains(#""name":"project","required":true,"schema":{"pattern":"^([A-Za-z]"#))
    #expect(text.contains(#""pattern":"^[!-~]+$""#))
    #expect(
      text.contains(##"{"$ref":"#/components/schemas/Edit"}}},"required":false}"##))
    #expect(
      text.contains(##"{"$ref":"#/components/schemas/Draft"}}},"required":true}"##))
  }
}
