import Glibc
import Testing

extension ProgramTests {
  @Suite struct MalformedRequestStories {
    private static let health = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"

    @Test func `What is no request is refused by its status, and the server goes on`() throws {
      let place = try Workplace()
      let run = try ServerRun.listening(at: place)
      let port = WebClient.Place.port(run.port)
      for request in MalformedRequest.all {
        let client = WebClient(port)
        client.send(request.bytes)
        #expect(client.answer()?.status == request.status, "\(request.name)")
        if !request.isUnderstood {
          // What hides behind it is no request of its own.
          let rest = client.rest()
          #expect(client.isOver && !rest.contains("HTTP/1.1 2"), "\(request.name): \(rest)")
        }
        let other = WebClient(port)
        other.send(Self.health)
        #expect(other.answer()?.status == 200, "after: \(request.name)")
      }
      #expect(!run.messages.text.contains("smuggled"))
      run.send(SIGTERM)
      #expect(try run.end().status == .exited(0))
    }

    @Test func `Requests behind each other are answered in their order, byte by byte too`() throws {
      let place = try Workplace()
      let run = try ServerRun.listening(at: place)
      let client = WebClient(.port(run.port))
      client.send(Self.health + "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n" + Self.health)
      #expect((0..<3).map { _ in client.answer()?.status } == [200, 404, 200])
      for byte in Self.health { client.send(String(byte)) }
      #expect(client.answer()?.status == 200)
      client.send("TRACE /health HTTP/1.1\r\nHost: x\r\n\r\n")
      let answer = try #require(client.answer())
      #expect(answer.head.contains("Allow: GET"))
      #expect(answer.body.contains(#""code":"METHOD_NOT_ALLOWED""#))
      run.send(SIGTERM)
      #expect(try run.end().status == .exited(0))
    }
  }
}
