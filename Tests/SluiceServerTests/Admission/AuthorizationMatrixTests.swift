import SluiceAPI
import SluiceCore
import SluiceEngine
import Testing

@testable import SluiceServer

/// Every route, asked by those who may not ask it.
@Suite struct AuthorizationMatrixTests {
  /// Ann's organization with a project, a ticket and a workflow, and people with each role in it.
  private final class Stage {
    let server: TestServer
    let owner: Person
    let stranger: Person
    var people: [(role: Role, person: Person)] = []
    private var names: [Access.Place.Kind: String] = [:]

    init() throws {
      server = try TestServer()
      owner = try server.person("ann")
      stranger = try server.person("bob")
      let parts = server.server.parts
      let engine = try parts.engines.engine(of: owner.organization)
      let actor = Actor(name: "ann")
      let project = try engine.apply(
        .createProject(ProjectDraft(key: "OPS", name: "Operations")), by: actor)
      let ops = ProjectReference.key(try #require(ProjectKey("OPS")))
      let ticket = try engine.apply(
        .createTicket(ops, TicketDraft(title: "Fix login")), by: actor)
      for role in Role.allCases where role < .owner {
        let person = try server.person("cid-\(role.rawValue)")
        try parts.directory.setRole(role, of: person.id, in: owner.organization)
        people.append((role, person))
      }
      names[.organization] = owner.organization.description
      names[.workflow] = try engine.organization().defaultWorkflow.description
      if case .project(let project) = project.subject { names[.project] = "\(project.id)" }
      if case .ticket(let ticket) = ticket.subject { names[.ticket] = "\(ticket.id)" }
    }

    /// The path of a route, with what its place names or with something that is not there.
    func path(of route: Route, _ access: Access, isKnown: Bool = true) -> String {
      route.path.segments.map { segment in
        switch segment {
        case .word(let word): return "/" + word
        case .parameter(let name):
          let known = access.place.flatMap { $0.name == name ? names[$0.kind] : nil }
          return "/" + ((isKnown ? known : nil) ?? "\(Ticket.ID.make())")
        }
      }.joined()
    }

    func status(
      _ route: Route, _ access: Access, _ token: String?, isKnown: Bool = true
    ) throws -> Int {
      try server.ask(
        route.method.rawValue, path(of: route, access, isKnown: isKnown), token: token
      ).status
    }
  }

  private static func rows(_ server: TestServer) -> [(route: Route, access: Access)] {
    let table = server.server.parts.table
    return Array(zip(table.routes, table.access)).map { ($0, $1) }
  }

  @Test func `Nobody gets past a route that is for those who are signed in`() throws {
    let stage = try Stage()
    let expired = try stage.server.token(of: stage.owner.id, seconds: 0)
    let revoked = try stage.server.token(of: stage.stranger.id)
    try stage.server.server.parts.directory.revokeSessions(of: stage.stranger.id)
    let tokens = ["nobody": nil, "expired": expired, "revoked": revoked, "made up": "slu_at_x"]
    for (route, access) in Self.rows(stage.server) where access != .anyone {
      for (name, token) in tokens {
        let status = try stage.status(route, access, token)
        #expect(status == 401, "\(route.name) by \(name)")
      }
    }
  }

  @Test func `What is not the caller's is not there`() throws {
    let stage = try Stage()
    for (route, access) in Self.rows(stage.server) {
      guard let place = access.place, route.path.parameters.contains(place.name) else { continue }
      let foreign = try stage.status(route, access, stage.stranger.token)
      #expect(foreign == 404, "\(route.name) by a stranger")
      let unknown = try stage.status(route, access, stage.owner.token, isKnown: false)
      #expect(unknown == 404, "\(route.name) of what is not there")
    }
  }

  @Test func `Who may look may not do what asks for more`() throws {
    let stage = try Stage()
    for (route, access) in Self.rows(stage.server) {
      guard case .role(let needed, let place) = access,
        route.path.parameters.contains(place.name)
      else { continue }
      for (role, person) in stage.people {
        let isInProject = place.kind == .project || place.kind == .ticket
        let effective = isInProject && role == .reporter ? .viewer : role
        guard effective < needed else { continue }
        let status = try stage.status(route, access, person.token)
        #expect(status == 403, "\(route.name) by a \(role.rawValue)")
      }
    }
  }

  @Test func `A token does no more than it is for`() throws {
    let stage = try Stage()
    let reading = try stage.server.token(of: stage.owner.id, .apiKey, scope: .read)
    let run = try stage.server.token(of: stage.owner.id, .agentRun, agent: "claude-1")
    for (route, access) in Self.rows(stage.server) where access != .anyone {
      if !route.isReading {
        #expect(try stage.status(route, access, reading) == 403, "\(route.name), to read")
      }
      let isInPath = access.place.map { route.path.parameters.contains($0.name) } ?? true
      if access.isAdministration, isInPath {
        #expect(try stage.status(route, access, run) == 403, "\(route.name) by an agent's run")
      }
    }
  }
}
