import Testing

extension ProgramTests {
  /// The first hour of someone new, from a file of issues to keys of their own, without leaving the program.
  @Suite struct NewcomerStories {
    /// What `gh issue list --json …` prints of a repository with sixty open issues, the newest numbered highest.
    private static let issues: String = {
      let items = (1...60).map { number in
        let title =
          number == 7 ? "Login page blank after upgrade" : "Report number \(number)"
        let day = String(number % 28 + 101).dropFirst()
        return """
          {"number": \(number), "title": "\(title)", "state": "OPEN",
           "createdAt": "2025-0\(1 + number / 28)-\(day)T09:00:00Z",
           "url": "https://board.example/shop/issues/\(number)"}
          """
      }
      return "[\(items.joined(separator: ",\n"))]"
    }()

    @Test
    func `Issues are triaged, one passes its gate, twenty move at once, and a key is bound anew`()
      throws
    {
      let place = try Workplace()
      let file = try place.write(Self.issues, to: "issues.json")
      let editor = try place.write(
        "#!/bin/sh\necho '{keys: {board: {quit: \"Z\"}}}' >\"$1\"\n", to: "editor", mode: 0o755)
      let board = try TerminalSession(
        [
          Program.path, "--db", place.database, "import", "github", file, "--project", "SHOP",
          "--workflow", "Delivery", "--open",
        ], environment: place.environment.merging(["EDITOR": editor]) { $1 }, columns: 120,
        rows: 40)
      try board.see("● live", "SHOP-60", "t triage")

      // One key for each of twenty, then one that is given a priority and left, which is taken back.
      board.type("t")
      try board.see("1 of 60", "1 Ready")
      board.type(String(repeating: "1", count: 20))
      try board.see("21 of 60", "SHOP-41 → Ready")
      board.type("!s")
      try board.see("22 of 60", "SHOP-40 Urgent, skipped")
      board.type("u")
      try board.see("21 of 60", "SHOP-40 Urgent")
      board.type("q")
      try board.see("▌SHOP-40", "Idea              40")
      board.settle(milliseconds: 500)

      // Why it cannot go on, and what lets it.
      board.type("lg")
      try board.see("▌SHOP-41")
      board.type("1")
      try board.see("Ready → Building waits for gate “Ready to build”: 3 of 3 left.")
      board.type(" ")
      try board.see("▌[ ] The goal is written down")
      board.type(" j j\r")
      try board.see("Size in days", "enter save")
      board.type("3\r")
      try board.see("[x] It fits into a week", "[x] Size in days: 3")
      board.type("1")
      try board.see("SHOP-41 → Building; passed “Ready to build”")

      // An old one is found, thrown away by mistake, and brought back.
      board.type("/login page\r")
      try board.see("1 of 60", "▌SHOP-7")
      board.type("Dy")
      try board.see("SHOP-7 deleted; u brings it back")
      board.type("u")
      try board.see("SHOP-7: deletion taken back")
      board.type("/\u{15}\r")
      try board.see("▌SHOP-7", "Idea              40")

      // Twenty are marked, and moved at once.
      board.type("0g")
      try board.see("▌SHOP-40")
      board.type("v" + String(repeating: "j", count: 19))
      try board.see("▌SHOP-21")
      board.type("V")
      try board.see("✓ 20 marked")
      board.type("1")
      try board.see("Move 20 tickets to Ready", "✓ 20 can be changed")
      board.type("\r")
      try board.see("✓ 20 changed", "u undo")
      board.type("\r:settings\r")

      // A key is bound anew, and works.
      try board.see("The settings are in force")
      board.type("Z")
      #expect(try board.end() == .exited(0))
      board.expectRestored()

      #expect(try place.ticket("SHOP-41").status == "Building")
      #expect(try place.ticket("SHOP-7").status == "Idea")
      for (status, count) in [("Idea", 20), ("Ready", 39), ("Building", 1)] {
        let list = try place.sluice(
          "ticket", "list", "--project", "SHOP", "--status", status, "--limit", "100")
        #expect(list.output.split(separator: "\n").count == count + 1, "\(status)")
      }
    }
  }
}
