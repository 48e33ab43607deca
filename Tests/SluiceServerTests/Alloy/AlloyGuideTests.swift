import ServerWalks
import Testing

@Suite struct AlloyGuideTests {
  @Test func `The twelve commands of the workflow guide are answered as it prints them`() throws {
    let server = try TestServer()
    #expect(try AlloyGuide.walk.faults(server.answer) == [])
  }
}
