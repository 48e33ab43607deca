import Testing

@testable import SluiceCLI

@Suite("The manual's source") struct RoffTests {
  @Test("A sentence begins a line, and none is taken for a request")
  func lines() {
    #expect(
      Roff.lines("Shows “it”. Use --json here (or not.) 'tis all.") == [
        "Shows \\(lqit\\(rq.", "Use \\-\\-json here (or not.)", "\\&'tis all.",
      ])
    #expect(Roff.lines(".Sh NAME") == ["\\&.Sh NAME"])
    #expect(Roff.lines("a\\b") == ["a\\eb"])
  }

  @Test("What is to be pasted comes out as it is")
  func literal() {
    #expect(Roff.literal("sh -c 'a ~ `b`'") == "sh \\-c \\(aqa \\(ti \\(gab\\(ga\\(aq")
    #expect(Roff.literal(".profile") == "\\&.profile")
  }

  @Test("An argument is one word and no macro")
  func argument() {
    #expect(Roff.argument("Op") == "\"\\&Op\"")
    #expect(Roff.argument("-a \"b\"") == "\"\\&\\-a \\(dqb\\(dq\"")
  }

  @Test("Every sign outside ASCII has a name in roff, so that any terminal can show the page")
  func ascii() {
    let page = ManualPage.text(of: .standard)
    #expect(Set(page.filter { !$0.isASCII }) == [])
  }

  @Test("Hidden verbs are not in it")
  func hidden() {
    #expect(!ManualPage.text(of: .standard).contains("complete\"\n"))
  }
}
