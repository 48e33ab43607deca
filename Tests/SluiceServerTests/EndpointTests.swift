import SluiceAPI
import Testing

@testable import SluiceServer

@Suite struct EndpointTests {
  @Test func `Every route has a row of access, and every row a route`() throws {
    let table = try RouteTable(
      Endpoints.all.map(\.route), access: AccessTable.rows, schemas: Endpoints.schemas)

    #expect(table.match("GET", ["health"]) == .found(0, [:]))
    #expect(table.match("POST", ["health"]) == .otherMethods(["GET", "HEAD", "OPTIONS"]))
    #expect(table.match("GET", ["wealth"]) == .nothing)
  }
}
