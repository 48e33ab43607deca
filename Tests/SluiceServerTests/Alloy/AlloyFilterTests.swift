import HTTPServer
import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct AlloyFilterTests {
  private func keys(_ world: AlloyWorld, _ query: String) throws -> [String] {
    let reply = try world.ask("GET", "/projects/HB/tickets?filter=\(query)")
    #expect(reply.status == 200, "\(reply.text)")
    return (0..<5).compactMap { reply["items.\($0).key"] }
  }

  @Test func `A list takes a filter as on the board`() throws {
    let world = try AlloyWorld()
    for body in [
      #"{"title": "Paint the hull", "priority": "high", "labels": ["hull"], "assignee": "ann"}"#,
      #"{"title": "Renew the ropes", "due": "2020-05-01"}"#,
    ] {
      #expect(try world.ask("POST", "/projects/HB/tickets", body).status == 201)
    }
    #expect(try keys(world, "is:mine%20priority%3E%3Dhigh") == ["HB-2"])
    #expect(try keys(world, "label:hull%20or%20is:overdue") == ["HB-3", "HB-2"])
    #expect(try keys(world, "-(label:hull%20or%20is:overdue)") == ["HB-1"])
    #expect(try keys(world, "age%3C1h&priority=High") == ["HB-2"])
  }

  @Test func `The faults of a filter are told with their places`() throws {
    let world = try AlloyWorld()
    let reply = try world.ask("GET", "/projects/HB/tickets?filter=hull%20age%3E3%20view:x")
    #expect(reply.status == 400)
    #expect(reply["error.details.faults.0.place"] == "filter[9..<10]")
    #expect(
      reply["error.details.faults.0.message"]
        == "Expected a unit behind 3: m, h, d, w, mo or y, as in 3d.")
    #expect(reply["error.details.faults.1.message"] == "There is no saved view “x”.")
  }
}
