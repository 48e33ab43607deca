import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("What cannot be taken back") struct AskingTests {
  /// A program with one verb, which asks.
  private static let table = VerbTable([
    Verb(
      words: ["forget"], summary: "Forgets a thing.", examples: ["sluice forget it"],
      operands: [Operand("THING", "what")], options: [.yes],
      run: { session throws(Failure) in
        try session.confirm(
          "“\(session.invocation.operands[0])” will be gone for good.", losing: .forGood)
        try session.print("Gone.")
      })
  ])

  private func forget(_ arguments: String..., typing: String? = nil, terminal: Bool = true)
    -> Machine.Run
  {
    let machine = Machine()
    machine.columns = terminal ? 80 : nil
    machine.typed = [typing].compactMap(\.self)
    return machine.run(arguments: ["forget"] + arguments, table: Self.table)
  }

  @Test("Is asked on a terminal", arguments: ["y", " Yes "])
  func yes(answer: String) {
    let question = "“it” will be gone for good. Go on? [y/N] "
    #expect(
      forget("it", typing: answer)
        == Machine.Run(exit: .done, output: "Gone.\n", messages: question))
  }

  @Test("Is not done without a clear yes", arguments: ["", "n", "yikes", nil])
  func no(answer: String?) {
    let run = forget("it", typing: answer)
    #expect(run.exit == .failed)
    #expect(run.output == "")
    #expect(
      run.messages.hasSuffix("sluice: Nothing was changed.\n  next: Answer y, or give --yes.\n"))
  }

  @Test("Is not asked with --yes, terminal or not", arguments: [true, false])
  func said(terminal: Bool) {
    let gone = Machine.Run(exit: .done, output: "Gone.\n", messages: "")
    #expect(forget("it", "--yes", terminal: terminal) == gone)
    #expect(forget("it", "-y", terminal: terminal) == gone)
  }

  @Test("Is refused where nobody can be asked, with the command that would do it")
  func refused() {
    #expect(
      forget("--", "-it's", terminal: false)
        == Machine.Run(
          exit: .usage, output: "",
          messages: """
            sluice: “-it's” will be gone for good. Nobody can be asked without a terminal; --yes says yes.
              next: sluice forget --yes -- '-it'\\''s'

            """))
  }

  @Test("A hostile name cannot paint over the question")
  func hostile() {
    #expect(forget("a\u{1B}[2Jb", typing: "y").messages.hasPrefix("“a␛[2Jb” will be gone"))
  }
}
