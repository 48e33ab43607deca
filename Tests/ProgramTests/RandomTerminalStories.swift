import Glibc
import Testing

extension ProgramTests {
  /// Keys and sizes that nobody would choose.
  @Suite struct RandomTerminalStories {
    /// How many keys; `SLUICE_TEST_KEYS` asks for more.
    private static let count =
      getenv("SLUICE_TEST_KEYS").flatMap { Int(String(cString: $0)) } ?? 3_000

    /// All that is printed on a key, control characters but for the one that stops a program, and keys that send several.
    private static let keys: [String] =
      (32...126).map { String(Character(Unicode.Scalar(UInt8($0)))) }
      + (1...31).filter { $0 != 26 }.map { String(Character(Unicode.Scalar(UInt8($0)))) }
      + [
        "\u{1B}OA", "\u{1B}OB", "\u{1B}OC", "\u{1B}OD", "\u{1B}[5~", "\u{1B}[6~", "\u{7F}", "é",
        "文", "👍",
      ]

    private static func seed() -> UInt64 {
      getenv("SLUICE_TEST_SEED").flatMap { UInt64(String(cString: $0)) } ?? .random(in: 1...999_999)
    }

    @Test func `Random keys and sizes neither crash the board nor leave the terminal changed`()
      throws
    {
      let seed = Self.seed()
      print("Random keys: SLUICE_TEST_SEED=\(seed)")
      var random = SeededGenerator(seed: seed)
      let place = try Workplace()
      try place.makeProject(workflow: "Delivery")
      try place.addTickets(60)
      var board = try place.board(with: ["EDITOR": "true"])
      try board.see("● live")
      for step in 1...Self.count {
        board.type(Self.keys[Int(random.next() % UInt64(Self.keys.count))])
        if step % 5 == 0 { board.settle(milliseconds: 1) }
        if step % 40 == 0 {
          board.resize(
            columns: 1 + Int(random.next() % 500), rows: 1 + Int(random.next() % 200))
        }
        guard board.child.poll() != nil else { continue }
        try expectLeft(board, seed, step)
        board = try place.board(with: ["EDITOR": "true"])
        try board.see("●")
      }
      board.child.send(SIGTERM)
      try expectLeft(board, seed, Self.count)
    }

    /// However a board was left, it neither crashed nor left the terminal changed.
    ///
    /// A change that was refused on the way out has a status of its own; and the next key may come when the
    /// terminal takes it for a signal already.
    private func expectLeft(_ board: TerminalSession, _ seed: UInt64, _ step: Int) throws {
      let status = try board.end()
      let isWell =
        switch status {
        case .exited: true
        case .killed(let signal): [SIGINT, SIGQUIT, SIGTERM].contains(signal)
        }
      #expect(isWell, "seed \(seed), key \(step): \(status)\n\(board.emulator.text)")
      board.expectRestored()
    }
  }
}
