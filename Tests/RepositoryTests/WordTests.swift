import Testing

/// What the sources do not say.
@Suite struct WordTests {
  @Test func `nothing is forced`() {
    for source in Repository.sources {
      #expect(Self.forced(in: source.lines) == [], "\(source.path)")
    }
  }

  @Test func `nothing is left for later, or unsafe without a reason`() {
    for source in Repository.sources + Repository.tests {
      let findings = Self.promised(in: source.lines) + Self.unexplained(in: source.lines)
      #expect(findings == [], "\(source.path)")
    }
  }

  @Test func `what should not be there is found`() {
    let text = """
      let a = try! read()
      let b = a as! Int
      if b > 3 { fatalError("no") }
      // TODO: more
      let c = "try! as! fatalError( TODO"  /* FIXME */
      final class Box: @unchecked Sendable {}
      // Guarded by the lock.
      final class Safe: @unchecked Sendable {}
      nonisolated(unsafe) var x = 1  // Written once, before any thread.
      nonisolated(unsafe) var y = 1
      """
    let lines = SourceLine.lines(of: text)
    #expect(Self.forced(in: lines) == ["1: try!", "2: as!", "3: fatalError("])
    #expect(Self.promised(in: lines) == ["4: TODO", "5: FIXME"])
    #expect(
      Self.unexplained(in: lines) == ["6: @unchecked Sendable", "10: nonisolated(unsafe)"])
  }

  private static func forced(in lines: [SourceLine]) -> [String] {
    find(["try!", "as!", "fatalError("], in: lines.map(\.code))
  }

  private static func promised(in lines: [SourceLine]) -> [String] {
    find(["TODO", "FIXME"], in: lines.map(\.comment))
  }

  /// Explained is what has a comment beside it or on the line above.
  private static func unexplained(in lines: [SourceLine]) -> [String] {
    let bare = lines.indices.map { index in
      let above = index > 0 ? lines[index - 1] : SourceLine()
      let isBelowComment = !above.comment.isEmpty && above.code.allSatisfy(\.isWhitespace)
      return lines[index].comment.isEmpty && !isBelowComment ? lines[index].code : ""
    }
    return find(["@unchecked Sendable", "nonisolated(unsafe)"], in: bare)
  }

  private static func find(_ words: [String], in texts: [String]) -> [String] {
    texts.enumerated().flatMap { index, text in
      words.filter(text.contains).map { "\(index + 1): \($0)" }
    }
  }
}
