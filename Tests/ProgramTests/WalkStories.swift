import Glibc
import ServerWalks
import Testing

extension ProgramTests {
  @Suite struct WalkStories {
    @Test(arguments: [AlloyGuide.walk, TransitionPage.walk])
    func `A fresh server answers the pages of instructions as they print it`(walk: Walk) throws {
      let place = try Workplace()
      let run = try ServerRun.listening(at: place, "--registration", "open")
      let client = WebClient(.port(run.port))
      let faults = try walk.faults { request in
        let token = request.token.map { ["Authorization: Bearer \($0)"] } ?? []
        client.ask(request.method, request.target, token, body: request.body)
        let answer = try #require(client.answer(), "\(request)")
        return Walk.Answer(status: answer.status, text: answer.body)
      }
      #expect(faults == [])
      run.send(SIGTERM)
      #expect(try run.end().status == .exited(0))
    }
  }
}
