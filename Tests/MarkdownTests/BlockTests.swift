import Testing

@testable import Markdown

/// What stands below one another: the text, and the tree of it.
@Suite struct BlockTests {
  static let cases: [(String, String)] = [
    ("", ""), (" \n\t\n", ""), ("a\nb\n\nc", "p a⏎b\np c"), ("a\r\nb\rc", "p a⏎b⏎c"),
    ("# a\n## b ##\n####### c\n#d\n#", "h1 a\nh2 b\np ####### c⏎#d\nh1 "),
    ("a\nb\n===\nc\n---\n---", "h1 a⏎b\nh2 c\nrule"), ("* * *\n___\n--", "rule\nrule\np --"),
    ("```swift x\na\n\n  b\n```\nc", "code(swift x) a⏎⏎  b\np c"),
    ("~~~\n```\n~~~~\n  ```\n  a\n b\n```", "code() ```\ncode() a⏎b"), ("```\nopen", "code() open"),
    ("    a\n\n      b\n\nc\n    d", "code() a⏎⏎  b\np c⏎d"), ("\tfoo\tbar", "code() foo\tbar"),
    ("> a\n> > b\nlazy\n\nc", "quote\n  p a\n  quote\n    p b⏎lazy\np c"),
    ("> ```\n> a\nb", "quote\n  code() a\np b"), ("> # a\nb", "quote\n  h1 a\np b"),
    ("- a\n- b\n  c\n* d", "list\n- p a\n- p b⏎c\nlist\n- p d"),
    ("- a\n\n- b\n", "list, loose\n- p a\n- p b"),
    ("- a\n\n  b\n\n      c\n\nd", "list\n- p a\n  p b\n  code() c\np d"),
    ("3) a\n4) b\n1. c", "list from 3\n- p a\n- p b\nlist from 1\n- p c"),
    ("a\n- b\n2. c\n\n2. d", "p a\nlist\n- p b\nlist from 2, loose\n- p c\n- p d"),
    ("- - a\n  - b\n- \n- c", "list\n- list\n  - p a\n  - p b\n- \n- p c"),
    ("- [ ] a\n- [x] b\n- [X] c\n- [y] d", "list\n- [ ] p a\n- [x] p b\n- [x] p c\n- p [y] d"),
    ("1. a\n   ```\n   b\n   ```\n2. c", "list from 1\n- p a\n  code() b\n- p c"),
    ("-a\n1.b\n1234567890. c", "p -a⏎1.b⏎1234567890. c"),
    ("<!-- a\n\nb -->\nc", "html <!-- a⏎⏎b -->\np c"),
    ("<details>\n<b>x\n\n*a*", "html <details>⏎<b>x\np em(a)"), ("<x>\n", "p html(<x>)"),
    (
      "[a]: <b c> 'd'\n[e]: f\n[^1]: g\n[h]:",
      "definition a → b c “d”\ndefinition e → f\np [^1]: g⏎[h]:"
    ),
  ]

  @Test(arguments: cases)
  func aTextIsReadAs(text: String, outline: String) {
    #expect(Document(text).outline == outline)
  }

  static let tables: [(String, String)] = [
    (
      "a | b\n- | -\n1 | *2*\n", "table leading, leading\n  a | b\n  1 | em(2)"
    ),
    (
      "| a | b | c |\n|:--|:-:|--:|\n| 1 \\| 2 | `x\\|y` |\n\nend",
      "table leading, center, trailing\n  a | b | c\n  1 | 2 | code(x|y)\np end"
    ),
    (
      "text\n|a|b|\n|-|-|\n|1|2|3|4|\n> q",
      "p text\ntable leading, leading\n  a | b\n  1 | 2|3|4\nquote\n  p q"
    ),
    ("a | b\n-|-|-", "p a | b⏎-|-|-"), ("a\n-", "h2 a"), ("|a|\n|x|", "p |a|⏎|x|"),
    ("- a | b\n  - | -\n  1 | 2", "list\n- table leading, leading\n    a | b\n    1 | 2"),
  ]

  @Test(arguments: tables)
  func aTableIsReadAs(text: String, outline: String) {
    #expect(Document(text).outline == outline)
  }

  @Test func blocksAreNestedOnlySoDeep() {
    var blocks = Document(String(repeating: "> - ", count: 30) + "x").blocks
    var depth = 0
    while let block = blocks.first {
      switch block {
      case .quote(let inner): blocks = inner
      case .list(let list): blocks = list.items[0].blocks
      default: blocks = []
      }
      depth += 1
    }
    #expect(depth == Document.deepest + 1)
  }

  @Test func aTableOfTooManyColumnsIsText() {
    let row = String(repeating: "|a", count: 65) + "|\n"
    let rule = String(repeating: "|-", count: 65) + "|\n"
    guard case .paragraph = Document(row + rule + row).blocks.first else {
      Issue.record("a table")
      return
    }
  }
}
