import Testing

@testable import Markdown

/// What stands in a line: the text, and what is found in it.
@Suite struct InlineTests {
  static let cases: [(String, String)] = [
    ("plain words", "plain words"),
    ("*a* _b_ **c** __d__ ***e***", "em(a) em(b) strong(c) strong(d) em(strong(e))"),
    ("*a **b** c*", "em(a strong(b) c)"),
    ("**a *b***", "strong(a em(b))"),
    ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ("*open, **both, never closed", "*open, **both, never closed"),
    ("a*\"b\"*", "a*\"b\"*"), ("пристаням_стремятся_", "пристаням_стремятся_"),
    ("**文字化け**、", "strong(文字化け)、"),
    ("~~gone~~ ~half~ ~~~three~~~ ~5 of ~6", "struck(gone) struck(half) ~~~three~~~ ~5 of ~6"),
    ("`code` ``a ` b`` ` `` ` `open", "code(code) code(a ` b) code(``) `open"),
    ("`*a*` *`b`*", "code(*a*) em(code(b))"), ("`a\nb`", "code(a b)"),
    ("\\*a\\* \\` \\q \\\\", "*a* ` \\q \\"),
    ("a\\\nb  \nc\nd", "a⏎b⏎c⏎d"), ("a<br>b<br/>c", "a⏎b⏎c"),
    ("&lt;b&gt; &amp; &#9731; &#x2603; &nope; &", "<b> & ☃ ☃ &nope; &"), ("&#0;", "&#0;"),
    ("[a](b)", "link(a → b)"), ("[*a*](<b c> \"t\")", "link(em(a) → b c “t”)"),
    ("[a](b 't') [a](b (t))", "link(a → b “t”) link(a → b “t”)"),
    ("[a]( b )", "link(a → b)"), ("[a]()", "link(a → )"),
    ("[a](b(c)d)e)", "link(a → b(c)d)e)"), ("[a](b c)", "[a](b c)"),
    ("[a](b\\)c)", "link(a → b)c)"), ("[a](b \"t)", "[a](b \"t)"),
    ("[a [b](c) d](e)", "[a link(b → c) d](e)"), ("![a [b](c)](d)", "image(a link(b → c) → d)"),
    ("[![a](b)](c)", "link(image(a → b) → c)"), ("*a [b*](c)", "*a link(b* → c)"),
    ("![a](b) !a", "image(a → b) !a"), ("[ ] [x] [a]", "[ ] [x] [a]"),
    ("<https://a.b/c> <me@a.b> <a b@c>", "link(https://a.b/c) link(me@a.b) html(<a b@c>)"),
    ("see https://a.b/c_d_e, or www.a.b.", "see link(https://a.b/c_d_e), or link(www.a.b)."),
    ("(https://a.b/c_(d)) https://", "(link(https://a.b/c_(d))) https://"),
    ("**https://a.b** xhttp://a", "strong(link(https://a.b)) xhttp://a"),
    ("[https://a.b](https://a.b)", "link(https://a.b → https://a.b)"),
    ("<b>x</b> 1 < 2 > 0", "html(<b>)xhtml(</b>) 1 < 2 > 0"),
    ("\u{1B}[31m \u{202E} a", "\u{1B}[31m \u{202E} a"),
  ]

  @Test(arguments: cases)
  func aLineIsReadAs(text: String, outline: String) {
    #expect(Document(text).outline == "p \(outline)")
  }

  @Test func aLabelLeadsWhereItsDefinitionSays() {
    let text = "[a][One  two] [one two] [One Two][] [three]\n\n[ONE TWO]: /x 't'\n"
    #expect(
      Document(text).outline == """
        p link(a ↗ One  two) link(one two ↗ ) link(One Two ↗ ) [three]
        definition ONE TWO → /x “t”
        """)
  }

  @Test func spansAreNestedOnlySoDeep() {
    let text = String(repeating: "*a **b ", count: 40) + String(repeating: "** *", count: 40)
    #expect(depth(of: Document(String(repeating: "![", count: 40) + "x" + tail(40))) == 12)
    #expect(Document(text).words.count { $0 == "b" } == 40)
  }

  private func tail(_ count: Int) -> String { String(repeating: "](y)", count: count) }

  private func depth(of document: Document) -> Int {
    guard case .paragraph(let parts)? = document.blocks.first else { return 0 }
    var depth = 0
    var rest = parts
    while case .image(let inner, _)? = rest.first {
      depth += 1
      rest = inner
    }
    return depth
  }
}
