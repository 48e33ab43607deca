import Glibc
import Testing

extension ProgramTests {
  @Suite struct ServerBoardStories {
    private func leave(_ boards: TerminalSession...) throws {
      for board in boards {
        board.type("q")
        #expect(try board.end() == .exited(0))
        board.expectRestored()
        #expect(board.emulator.faults == [])
      }
    }

    @Test func `Two boards on one server see each other's moves`() throws {
      let team = try Team()
      let (ann, bob) = (try team.board("ann"), try team.board("bob"))
      ann.type("L")
      try bob.see("Backlog 0", "Todo 1")
      try ann.see("Backlog 0", "Todo 1")
      bob.type("lL")
      try ann.see("Todo 0", "InProgress 1")
      try bob.see("Todo 0", "InProgress 1")
      try leave(ann, bob)
      #expect(try team.moves() == ["bob Todo → InProgress", "ann Backlog → Todo"])
    }

    @Test func `Of two that move one ticket at once, one wins and the other is told why not`()
      throws
    {
      let team = try Team()
      let (ann, bob) = (try team.board("ann"), try team.board("bob"))
      // Both moves are on their way before the server looks at either.
      team.run.send(SIGSTOP)
      ann.type("1")
      try ann.see("OPS-1…")
      bob.type("2")
      try bob.see("OPS-1…")
      team.run.send(SIGCONT)

      // Whose move is looked at first is up to the server's threads.
      try ann.wait(for: "an end of the waiting") { !$0.shows("OPS-1…") }
      let move = try #require(try team.moves().first)
      let (winner, loser, status) =
        move.hasPrefix("ann") ? (ann, bob, "Todo") : (bob, ann, "InProgress")
      try winner.see("OPS-1 → \(status)", "Backlog 0", "\(status) 1")
      try loser.see(
        "✗ OPS-1 has changed meanwhile: it is in \(status), not Backlog. "
          + "Look at it again and repeat what still makes sense.", "Backlog 0", "\(status) 1")
      try leave(winner, loser)
      #expect(try team.moves() == [move])
    }
  }
}
