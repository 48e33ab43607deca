import Testing

@testable import SluiceCore

@Suite struct FilterMeaningTests {
  /// OPS-42 at noon: made ten days ago, changed two days ago, due in three days, one of three met.
  private func subject(_ change: (inout FilterSubject) -> Void = { _ in }) throws -> FilterSubject {
    let workflow = try Given.workflow(try Given.draft(Given.shipIt))
    var state = try Given.ticket(in: workflow, at: "Doing")
    let stamp = GateProgress.Stamp(by: "bo", at: Given.noon)
    state.progress.marks[.init(gate: "ready", item: "tests")] = stamp
    var subject = FilterSubject(state, in: workflow)
    subject.title = "Fix login timeout"
    subject.description = "Über the café router"
    subject.priority = .high
    subject.assignee = "ann"
    subject.labels = ["auth", "help wanted"]
    subject.due = CalendarDay(daysSinceEpoch: Given.noon.day.daysSinceEpoch + 3)
    subject.createdAt = Given.noon.advanced(bySeconds: -10 * 86_400)
    subject.updatedAt = Given.noon.advanced(bySeconds: -2 * 86_400)
    change(&subject)
    return subject
  }

  private let context = FilterContext(me: "ann", now: Given.noon)

  @Test(arguments: [
    "", "login", "LOG fix", "cafe uber", "\"time fix\"", "42", "OPS-42", "ops-42",
    "assignee:me", "assignee:ann", "-assignee:none", "is:mine", "label:auth",
    "label:\"help wanted\"", "priority:high", "priority>=high", "prio>low", "prio<urgent",
    "status:doing", "stage:BUILD", "stage:build", "gate:blocked", "-gate:ready", "age>9d",
    "age>=10d",
    "age:10d", "age<11d", "age:1w", "stale>1d", "stale<=48h", "stale:2d", "due<1w", "due:3d",
    "due<=3d", "due>2026-03-11", "-due:none", "is:open", "-is:closed", "-is:overdue", "-is:claimed",
    "nothing or login", "(label:x or label:auth) -(login slow)",
  ])
  func `A ticket passes`(text: String) throws {
    #expect(try Filter(text).matches(try subject(), context))
    if !text.isEmpty { #expect(try !Filter("-(\(text))").matches(try subject(), context)) }
  }

  @Test(arguments: [
    "slow", "ogin", "41", "DEV-42", "!!!", "assignee:none", "assignee:Ann", "label:AUTH",
    "priority<high", "priority:low", "status:New", "stage:check", "gate:ready", "age>10d", "age:9d",
    "age<=9d", "stale>2d", "stale:1d", "due<3d", "due:none", "is:claimed", "is:overdue",
    "is:closed", "view:unknown", "login -label:auth",
  ])
  func `A ticket does not pass`(text: String) throws {
    #expect(try !Filter(text).matches(try subject(), context))
  }

  @Test func `Overdue is what is open and was due before today`() throws {
    let overdue = try Filter("is:overdue")
    let yesterday = CalendarDay(daysSinceEpoch: context.today.daysSinceEpoch - 1)
    #expect(overdue.matches(try subject { $0.due = yesterday }, context))
    #expect(!overdue.matches(try subject { $0.due = context.today }, context))
    #expect(
      !overdue.matches(
        try subject {
          $0.due = yesterday
          $0.place?.isTerminal = true
        }, context))
  }

  @Test func `A gate is ready once nothing of it is missing, and neither where there is none`()
    throws
  {
    let met = try subject { $0.place?.met = 3 }
    #expect(try Filter("gate:ready -gate:blocked").matches(met, context))
    let free = try subject { $0.place?.requirements = nil }
    #expect(try Filter("-gate:ready -gate:blocked").matches(free, context))
  }

  @Test func `What is not known of a ticket leaves the verdict open only where it matters`() throws
  {
    let card = try subject {
      $0.description = nil
      $0.createdAt = nil
    }
    #expect(try Filter("age>1d").verdict(on: card, context) == nil)
    #expect(try Filter("label:auth or age>1d").verdict(on: card, context) == true)
    #expect(try Filter("label:x age>1d").verdict(on: card, context) == false)
    #expect(try Filter("router").verdict(on: card, context) == nil)
    #expect(try Filter("login").verdict(on: card, context) == true)
  }

  @Test func `Views stand for what was saved`() throws {
    let views = ["old": try Filter("stale>1d"), "ours": try Filter("-view:old or label:auth")]
    let resolved = try Filter("-view:old or view:ours").resolved(
      me: "ann", today: context.today, views: { views[$0] })
    #expect(resolved.matches(try subject(), context))
  }

  @Test func `A filter whose views cannot be known lets nothing through, negated or not`() throws {
    for text in ["view:gone", "-view:gone"] {
      let filter = try Filter(text)
      #expect(throws: FilterFault.self) { try filter.resolved(me: "ann", today: context.today) }
      #expect(try !filter.matches(subject(), context))
      #expect(filter.unresolvedTerm == .view("gone"))
    }
  }

  @Test(arguments: [
    ("-view:lost", "The saved view “gone”, which “lost” names, is missing or cannot be read."),
    ("view:bad", "The saved view “bad” is missing or cannot be read."),
    ("view:self", "The saved view “self” names itself."),
    ("-view:ping", "The saved view “ping” names itself by others."),
    ("view:d5", "Saved views may name others 4 deep, and not deeper."),
    (
      "view:wide",
      "With what its views stand for the filter has more than 100 conditions."
    ),
  ])
  func `A view that stands for nothing is a fault where it is named`(text: String, message: String)
  {
    let words = { (letter: String) in (1...60).map { "\(letter)\($0)" }.joined(separator: " ") }
    let texts = [
      "lost": "-view:gone", "bad": "age>soon", "self": "label:x or view:self", "ping": "view:pong",
      "pong": "view:ping", "d1": "login", "d2": "view:d1", "d3": "view:d2", "d4": "view:d3",
      "d5": "view:d4", "wide": "view:broad view:long", "broad": words("b"), "long": words("l"),
    ]
    let views = SavedViews(texts.map { SavedView(name: $0, text: $1) })
    let reading = FilterReading(text).knowing(views: views, on: nil)
    #expect(reading.filter == nil)
    #expect(reading.faults.map(\.message) == [message])
    #expect(FilterReading("view:d4").knowing(views: views, on: nil).faults == [])
  }

  @Test func `A view is not kept that would name itself then`() throws {
    let views = SavedViews([SavedView(name: "a", text: "view:b"), SavedView(name: "b", text: "x")])
    #expect(views.reading(of: SavedView(name: "b", text: "y")).faults == [])
    #expect(views.reading(of: SavedView(name: "b", text: "-view:a")).faults.count == 1)
    #expect(views.reading(of: SavedView(name: "a", text: "view:a")).faults.count == 1)
  }

  @Test func `Letters are folded as the index folds them`() {
    #expect(FoldedWords.words(of: "ÉÇŐợ Øłđħ İstanbul ǽ") == ["ecoo", "øłđħ", "istanbul", "ǽ"])
  }

  @Test func `Indexes are told what they know`() throws {
    let filter = try Filter("login label:ui label:a11y assignee:bo priority>=high stale>2d")
    #expect(
      BoardFilter(filter)
        == BoardFilter(
          words: ["login"], assignee: .named("bo"), labels: ["ui", "a11y"], minimumPriority: .high,
          condition: try Filter("stale>2d")))
    #expect(BoardFilter(try Filter("42")) == BoardFilter(words: ["42"]))
    #expect(
      BoardFilter(try Filter("42 login"))
        == BoardFilter(words: ["login"], condition: try Filter("42")))
    #expect(BoardFilter(try Filter("a or b")).condition == (try Filter("a or b")))
  }
}
