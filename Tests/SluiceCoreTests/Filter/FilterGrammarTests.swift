import Testing

@testable import SluiceCore

@Suite struct FilterGrammarTests {
  /// What is typed, and the text that it is printed as.
  @Test(arguments: [
    ("", ""),
    ("  login   time-out ", "login time-out"),
    ("assignee:me", "assignee:me"),
    ("assignee:none or assignee:\"none\"", "assignee:none or assignee:\"none\""),
    ("LABEL:ui label:\"help wanted\"", "label:ui label:\"help wanted\""),
    ("prio>=high priority<urgent", "priority>=high priority<urgent"),
    ("prio=med priority:>low", "priority:medium priority>low"),
    ("status:\"In Review\" stage:Build", "status:\"In Review\" stage:Build"),
    ("gate:Blocked -gate:ready", "gate:blocked -gate:ready"),
    ("age>3d stale>=14D age<90m age:6mo", "age>3d stale>=14d age<90m age:6mo"),
    ("due<7d due<=2026-12-24 due:none", "due<7d due<=2026-12-24 due:none"),
    ("is:mine -is:claimed is:overdue", "is:mine -is:claimed is:overdue"),
    ("view:\"my triage\"", "view:\"my triage\""),
    ("a b or c", "a b or c"),
    ("a and b AND c", "a b c"),
    ("a (b or c)", "a (b or c)"),
    ("((a)) or ((b or (c)))", "a or b or c"),
    ("(a b) c", "a b c"),
    ("-(a b)", "-(a b)"),
    ("-(-a)", "a"),
    ("---a", "-a"),
    ("-(a or b) c", "-(a or b) c"),
    ("\"or\" \"-x\" \"label:x\" \"two words\"", "\"or\" \"-x\" \"label:x\" \"two words\""),
    ("say\" it\"", "\"say it\""),
    (#""a \"b\" \\ c""#, #""a \"b\" \\ c""#),
    ("c++ 100% OPS-42 #7", "c++ 100% OPS-42 #7"),
    ("http://x.example/a 12:30", "\"http://x.example/a\" 12:30"),
  ])
  func `A filter is read and printed`(text: String, printed: String) throws {
    let filter = try Filter(text)
    #expect(filter.description == printed)
    #expect(try Filter(printed) == filter)
  }

  @Test func `Words, conditions and their joints`() throws {
    #expect(
      try Filter("login (label:a or -label:b) priority>=high")
        == .all([
          .term(.word("login")), .any([.term(.label("a")), .not(.term(.label("b")))]),
          .term(.priority(.atLeast, .high)),
        ]))
    #expect(try Filter("assignee:me") == .term(.assignee(.me)))
    #expect(try Filter("assignee:\"me\"") == .term(.assignee(.named("me"))))
    #expect(try Filter("due<2w") == .term(.due(.less, .within(try #require(FilterSpan(2, .week))))))
  }

  /// What is typed, where the faults are, and what is said of them.
  @Test(arguments: [
    (
      "label:",
      """
      label:
      ^^^^^^ Expected a label behind “label:”.
      """
    ),
    (
      "a or",
      """
      a or
        ^^ Expected words or a condition on both sides of this.
      """
    ),
    (
      "or a",
      """
      or a
      ^^ Expected words or a condition on both sides of this.
      """
    ),
    (
      "prio>=hihg x",
      """
      prio>=hihg x
            ^^^^ Expected low, medium, high or urgent, found “hihg”.
      """
    ),
    (
      "a priority!=high",
      """
      a priority!=high
        ^^^^^^^^^^^^^^ “priority!=high” is no condition. “-” negates: write -priority:high. In quotes it is looked for as text.
      """
    ),
    (
      "!label:x",
      """
      !label:x
      ^^^^^^^^ “!label:x” is no condition. “-” negates: write -label:x. In quotes it is looked for as text.
      """
    ),
    (
      "not label:x",
      """
      not label:x
      ^^^ “not” is no condition. “-” negates: write -label:x. In quotes it is looked for as text.
      """
    ),
    (
      "a or not (b)",
      """
      a or not (b)
           ^^^ “not” is no condition. “-” negates: write -( … ). In quotes it is looked for as text.
      """
    ),
    (
      "a | b",
      """
      a | b
        ^ “|” is no condition. “or” joins what need not both hold. In quotes it is looked for as text.
      """
    ),
    (
      "age>3",
      """
      age>3
          ^ Expected a unit behind 3: m, h, d, w, mo or y, as in 3d.
      """
    ),
    (
      "stale>soon",
      """
      stale>soon
            ^^^^ Expected a length of time such as 90m, 12h, 3d, 2w, 6mo or 1y, found “soon”.
      """
    ),
    (
      "due<12h",
      """
      due<12h
          ^^^ Tickets are due on a day: count in d, w, mo or y.
      """
    ),
    (
      "due<none",
      """
      due<none
          ^^^^ Nothing is before or after no day: write due:none.
      """
    ),
    (
      "label>=ui",
      """
      label>=ui
      ^^^^^^^ “label” is not compared: write label:ui
      """
    ),
    (
      "statsu:New",
      """
      statsu:New
      ^^^^^^ There is no condition “statsu”. Did you mean “status”? In quotes it is looked for as text.
      """
    ),
    (
      "updated>3d",
      """
      updated>3d
      ^^^^^^^ There is no condition “updated”. Did you mean “stale”? In quotes it is looked for as text.
      """
    ),
    (
      "a (b or c",
      """
      a (b or c
        ^ Expected a closing parenthesis for this one.
      """
    ),
    (
      "a) b",
      """
      a) b
       ^ This parenthesis closes none that is open.
      """
    ),
    (
      "a ()",
      """
      a ()
        ^ Expected words or a condition on both sides of this.
      """
    ),
    (
      "x -",
      """
      x -
        ^ Expected behind “-” what is not to be: a word or a condition.
      """
    ),
    (
      "a \"b c",
      """
      a "b c
        ^^^^ Expected a closing quote.
      """
    ),
    (
      "is:min age>x",
      """
      is:min age>x
         ^^^ Expected mine, claimed, overdue, open or closed, found “min”.
                 ^ Expected a length of time such as 90m, 12h, 3d, 2w, 6mo or 1y, found “x”.
      """
    ),
  ])
  func `A fault is marked where it is`(text: String, marked: String) {
    let reading = FilterReading(text)
    #expect(reading.text == text)
    #expect(reading.filter == nil)
    #expect(reading.marked == marked)
  }

  @Test func `A view that there is not is a fault where it is named`() {
    let views = SavedViews([
      SavedView(name: "urgent", text: "priority:urgent"), SavedView(name: "old", text: "age>1y"),
    ])
    let reading = FilterReading("label:a view:urgnet").knowing(views: views, on: nil)
    #expect(
      reading.marked == """
        label:a view:urgnet
                ^^^^^^^^^^^ There is no saved view “urgnet”. Did you mean “urgent”?
        """)
    #expect(FilterReading("view:old").knowing(views: views, on: nil).faults == [])
  }

  @Test func `A status or a stage that there is not is a fault, and the nearest is named`() {
    let reading = FilterReading("-status:Relesed stage:x").knowing(
      statuses: ["Backlog", "Released"], stages: ["build", "Build"])
    #expect(
      reading.marked == """
        -status:Relesed stage:x
         ^^^^^^^^^^^^^^ There is no status “Relesed”. Did you mean “Released”?
                        ^^^^^^^ There is no stage “x”.
        """)
    let known = FilterReading("status:released stage:BUILD").knowing(
      statuses: ["Released"], stages: ["build", "Build"])
    #expect(known.faults == [])
    let open = FilterReading("status:Elsewhere").knowing(
      statuses: ["Released"], stages: [], areAll: false)
    #expect(open.faults == [])
  }

  @Test func `Of very many faults only the first are told`() {
    #expect(FilterReading(String(repeating: ")", count: 20_000)).faults.count == 20)
    #expect(FilterReading(String(repeating: "is:x ", count: 5_000)).faults.count == 20)
    #expect(FilterReading(String(repeating: "tag:x ", count: 5_000)).faults.count == 20)
  }

  @Test(arguments: [
    ("assignee:ME", "assignee:me"), ("assignee:None", "assignee:none"), ("due:NONE", "due:none"),
    ("assignee:\"Me\"", "assignee:\"Me\""), ("a b a", "a b"), ("a or a", "a"),
    ("(a b) or (a b)", "a b"),
  ])
  func `What is said otherwise or twice`(text: String, plainly: String) throws {
    #expect(try Filter(text).description == plainly)
    #expect(try Filter(plainly) == Filter(text))
  }

  @Test func `More than a person types is refused and not worked through`() {
    let deep = FilterReading(String(repeating: "(", count: 100_000))
    #expect(deep.faults.map(\.message).contains { $0.hasPrefix("Parentheses may stand 30 deep") })
    let long = FilterReading(String(repeating: "a ", count: 101))
    #expect(long.faults == [FilterFault(200..<202, "A filter has at most 100 conditions.")])
    #expect(FilterReading(String(repeating: "a ", count: 100)).faults == [])
  }
}

extension FilterReading {
  /// The text with a line for each fault below it.
  var marked: String {
    ([text]
      + faults.map { fault in
        let marks = String(repeating: "^", count: max(1, fault.range.count))
        return String(repeating: " ", count: fault.range.lowerBound) + marks + " " + fault.message
      }).joined(separator: "\n")
  }
}
