import Testing

@Suite struct SourceLineTests {
  @Test func `code, comments and strings are told apart`() {
    let text = ##"""
      let a = "no { code" // why
      let b = #"a "quote" \(not)"# + "\(call("x") + "}")"
      /* one /* inside */ still */ let c = """
        { // text \" """
      func `raw "name" {`() {}
      """##
    #expect(
      SourceLine.lines(of: text) == [
        SourceLine(code: "let a = \"\" ", comment: "// why"),
        SourceLine(code: "let b = \"\" + \"\"call(\"\") + \"\")"),
        SourceLine(code: " let c = \"\"", comment: "/* one  inside  still "),
        SourceLine(),
        SourceLine(code: "func _() {}"),
      ])
  }
}
