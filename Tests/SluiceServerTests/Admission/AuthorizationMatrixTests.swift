import HTTPServer
import SluiceAPI
import SluiceCore
import SluiceEngine
import Testing

@testable import SluiceServer

/// Every route, asked by everyone, about everything.
///
/// Who may is said by the rows of the matrix, and not by the table that the server goes by. A request that is
/// let through must do what it asks for; it is then taken back, so that it stands in no other's way. One that
/// is refused changes nothing.
@Suite struct AuthorizationMatrixTests {
  @Test func `Every route has its rows, and every row its route`() {
    let (routes, named) = (Set(Endpoints.all.map(\.route.name)), Set(MatrixRow.all.map(\.route)))
    #expect(routes.subtracting(named).sorted() == [], "routes without a row")
    #expect(named.subtracting(routes).sorted() == [], "rows without a route")
    #expect(Set(MatrixRow.all.map(\.name)).count == MatrixRow.all.count, "names of rows")
  }

  @Test(arguments: MatrixRow.parts.keys.sorted())
  func `Who may is let through, and who may not is refused`(part: String) throws {
    let world = try MatrixWorld()
    let directory = world.server.server.parts.directory
    let before = try directory.newestSequence()
    for row in MatrixRow.parts[part] ?? [] {
      try MatrixRun(row, world).run()
    }
    #expect(try directory.newestSequence() == before, "something was changed for good")
  }
}

/// The cells of one row.
private struct MatrixRun {
  let row: MatrixRow
  let world: MatrixWorld
  let route: Route

  init(_ row: MatrixRow, _ world: MatrixWorld) throws {
    self.row = row
    self.world = world
    let table = world.server.server.parts.table
    route = try #require(table.routes.first { $0.name == row.route })
  }

  private var isReading: Bool { route.method == .get || row.conditions.contains(.reads) }

  func run() throws {
    for (number, caller) in MatrixCaller.all.enumerated() {
      for var target in row.targets(world, caller) {
        target.names.others["password"] = isSpared(number) ? longPassword : MatrixWorld.password
        let reply = try ask(caller, target, from: "192.0.2.\(number)")
        let refusal = row.refusal(caller, target, isReading: isReading)
        let isExpected =
          refusal.map { $0 == reply.status } ?? allowed(number).contains(reply.status)
        // The text is made for few of many.
        guard !isExpected else { continue }
        Issue.record(
          """
          \(row.name): \(target.name), by \(caller.name): expected \(refusal.map(String.init) ?? "yes"), \
          answered \(reply.status): \(reply.text.prefix(300))
          """)
      }
    }
  }

  /// More than a password may have.
  private var longPassword: String { String(repeating: "x", count: 2_000) }

  private func isSpared(_ number: Int) -> Bool {
    row.conditions.contains(.hashing) && number > 0
  }

  private func allowed(_ number: Int) -> Set<Int> {
    isSpared(number) ? [400] : row.rules.union(route.successes.map(\.status))
  }

  private func ask(
    _ caller: MatrixCaller, _ target: MatrixTarget, from host: String
  ) throws -> Reply {
    let query = target.names.filled(row.query)
    return try world.server.ask(
      route.method.rawValue, path(target.names) + (query.isEmpty ? "" : "?" + query),
      token: world.tokens[caller], body(target.names),
      peer: .address(host: host, port: 1))
  }

  private func path(_ names: MatrixNames) -> String {
    route.path.segments.map { segment in
      switch segment {
      case .word(let word): return "/" + word
      case .parameter(let name):
        let subject = row.subjects.first { $0.parameters.contains(name) }
        let literals = ["gateKey": "ready", "status": names.others["column"] ?? ""]
        return "/" + (subject.map { names[$0] } ?? literals[name] ?? "-")
      }
    }.joined()
  }

  private func body(_ names: MatrixNames) -> String {
    switch row.content {
    case .none: ""
    case .json(let text): names.filled(text)
    case .change(let make):
      String(
        decoding: EngineCall.apply(make(names)).request.body ?? [], as: UTF8.self)
    }
  }
}
