import HTTPServer
import SluiceCore
import SluiceEngine
import Testing

@testable import SluiceServer

@Suite struct EventTests {
  /// A server that listens, with two people in it.
  private final class Stage {
    let server: TestServer
    let listener: HTTPServer
    let ann: Person
    let bob: Person

    init() throws {
      server = try TestServer()
      listener = try HTTPServer(
        at: .tcp(host: "127.0.0.1", port: 0), handler: server.server.service)
      ann = try server.person("ann")
      bob = try server.person("bob")
    }

    /// Makes a project in someone's own organization, as a request of theirs would.
    func makeProject(_ key: String, of person: Person) throws {
      let parts = server.server.parts
      let engine = try parts.engines.engine(of: person.organization)
      let actor = Actor(name: person.handle)
      let bell = try #require(Bell())
      parts.desk.write(
        DeskTask(
          work: { () throws(APIError) in
            try translating { () throws(EngineError) in
              _ = try engine.apply(
                .createProject(ProjectDraft(key: key, name: key)), by: actor)
            }
            return .noContent
          }, finish: { _ in bell.ring() }))
      bell.wait()
    }

    func follow(_ person: Person, _ query: String = "", _ headers: [String] = []) -> LineClient {
      let client = LineClient(listener.address)
      client.get("/api/v1/events\(query)", token: person.token, headers)
      return client
    }

    deinit {
      listener.stop(within: 0)
    }
  }

  @Test func `A follower hears what happens from now on, and only what is theirs to see`() throws {
    let stage = try Stage()
    let ann = stage.follow(stage.ann)
    let start = ann.line("id: ")
    #expect(ann.line("event: ") == "ready")
    try stage.makeProject("BOBS", of: stage.bob)
    try stage.makeProject("ANNS", of: stage.ann)
    #expect(ann.line("id: ") == String((Int(start ?? "") ?? 0) + 2))
    #expect(ann.line("event: ") == "project.created")
    let data = try JSONReader.read(SourceText(ann.line("data: ") ?? "")).value
    guard case .object(let members) = data else {
      Issue.record("The data is no object.")
      return
    }
    #expect(members["project"] == .string("ANNS"))
    #expect(members["actor"] == .string("ann"))
    #expect(members["org_id"] == .string(stage.ann.organization.description))
  }

  @Test func `Who comes back hears what they missed, once`() throws {
    let stage = try Stage()
    let first = stage.follow(stage.ann)
    let place = first.line("id: ") ?? ""
    try stage.makeProject("ONE", of: stage.ann)
    try stage.makeProject("TWO", of: stage.ann)
    let again = stage.follow(stage.ann, "", ["Last-Event-ID: \(place)"])
    #expect(again.line("data: ") == #"{"sequence":\#(place)}"#)
    #expect(again.line("data: ")?.contains(#""project":"ONE""#) == true)
    #expect(again.line("data: ")?.contains(#""project":"TWO""#) == true)
    try stage.makeProject("THREE", of: stage.ann)
    #expect(again.line("data: ")?.contains(#""project":"THREE""#) == true)
  }

  @Test func `A follower of one project hears no other`() throws {
    let stage = try Stage()
    try stage.makeProject("ONE", of: stage.ann)
    let one = stage.follow(stage.ann, "?project_id=ONE&last_event_id=0")
    #expect(one.line("event: ") == "ready")
    #expect(one.line("data: ") == #"{"sequence":0}"#)
    try stage.makeProject("TWO", of: stage.ann)
    #expect(one.line("data: ")?.contains(#""project":"ONE""#) == true)
    // What is not theirs is not found.
    let foreign = stage.follow(stage.ann, "?org_id=\(stage.bob.organization)")
    #expect(foreign.line("HTTP/1.1 ")?.hasPrefix("404") == true)
    let nonsense = stage.follow(stage.ann, "", ["Last-Event-ID: x"])
    #expect(nonsense.line("HTTP/1.1 ")?.hasPrefix("400") == true)
  }

  @Test func `A login that ends ends its streams`() throws {
    let stage = try Stage()
    let ann = stage.follow(stage.ann)
    #expect(ann.line("event: ") == "ready")
    let logout = try stage.server.ask("POST", "/api/v1/auth/logout", token: stage.ann.token)
    #expect(logout.status == 204)
    stage.server.wait(seconds: 3)
    try stage.makeProject("ONE", of: stage.ann)
    #expect(ann.line(": The token") == " is worth nothing any more.")
    #expect(ann.line("event: ") == nil)
  }

  @Test func `A server that stops ends its streams`() throws {
    let stage = try Stage()
    let ann = stage.follow(stage.ann)
    #expect(ann.line("event: ") == "ready")
    stage.listener.stop(within: 1_000)
    #expect(ann.line("event: ") == nil)
  }

  @Test func `Another program's change of the file is told as well`() throws {
    let stage = try Stage()
    let ann = stage.follow(stage.ann)
    #expect(ann.line("data: ")?.hasPrefix(#"{"sequence""#) == true)
    let other = try LocalEngine(path: stage.server.server.parts.engines.root.path)
    _ = try other.scoped(to: stage.ann.organization).apply(
      .createProject(ProjectDraft(key: "FAR", name: "Far")), by: Actor(name: "ann"))
    #expect(ann.line("data: ")?.contains(#""project":"FAR""#) == true)
  }
}
