import Testing

@testable import SluiceCore

@Suite struct EditTests {
  @Test func `every attribute that changes is one event, and the change one version`() throws {
    var story = try Story(.standard)
    let events = try story.apply(
      .edit(
        TicketEdit(
          title: " Fix login ", description: "Steps:\n1. wait", priority: .urgent,
          assignee: TicketEdit.Setting("bo"), reporter: TicketEdit.Setting(nil),
          due: TicketEdit.Setting(CalendarDay("2026-03-31")), addedLabels: ["ui", "auth"])))
    #expect(
      events == [
        Event.Draft(.ticketEdited, subject: "title", from: "Fix login timeout", to: "Fix login"),
        Event.Draft(.ticketEdited, subject: "description", from: "", to: "Steps:\n1. wait"),
        Event.Draft(.ticketEdited, subject: "priority", from: "Medium", to: "Urgent"),
        Event.Draft(.ticketEdited, subject: "assignee", to: "bo"),
        Event.Draft(.ticketEdited, subject: "reporter", from: "ann"),
        Event.Draft(.ticketEdited, subject: "due", to: "2026-03-31"),
        Event.Draft(.labelAdded, subject: "ui"), Event.Draft(.labelAdded, subject: "auth"),
      ])
    let ticket = story.state.ticket
    #expect(ticket.title == "Fix login")
    #expect(ticket.reporter == nil)
    #expect(ticket.labels == ["auth", "ui"])
    #expect(ticket.version == 2)
    #expect(ticket.updatedAt == Given.later)
    #expect(ticket.enteredAt == Given.noon)
  }

  @Test func `an edit that says what is so already writes nothing`() throws {
    var story = try Story(.standard)
    let before = story.state
    let events = try story.apply(
      .edit(
        TicketEdit(
          title: "Fix login timeout", description: "", priority: .medium,
          assignee: TicketEdit.Setting(" "), reporter: TicketEdit.Setting("ann"),
          due: TicketEdit.Setting(nil), removedLabels: ["ui"])))
    #expect(events == [])
    #expect(story.state == before)
    #expect(try story.apply(.edit(TicketEdit())) == [])
  }

  @Test func `labels are merged one by one`() throws {
    var story = try Story(.standard)
    try story.apply(.edit(TicketEdit(addedLabels: ["ui", "auth"])), by: Given.ann)
    let events = try story.apply(
      .edit(TicketEdit(addedLabels: [" slow ", "ui", "", "slow"], removedLabels: [" auth", "x"])),
      by: Given.bo)
    #expect(
      events == [
        Event.Draft(.labelAdded, subject: "slow"), Event.Draft(.labelRemoved, subject: "auth"),
      ])
    #expect(story.state.ticket.labels == ["slow", "ui"])
  }

  @Test func `a label added and removed at once is not there`() throws {
    var story = try Story(.standard)
    let before = story.state
    #expect(
      try story.apply(.edit(TicketEdit(addedLabels: ["ui"], removedLabels: ["ui"]))) == [])
    #expect(story.state == before)
  }

  @Test func `fifty labels are the most, counted after the edit`() throws {
    var story = try Story(.standard)
    let labels = (1...50).map { "l\($0)" }
    try story.apply(.edit(TicketEdit(addedLabels: labels)))
    #expect(
      story.refusal(of: .edit(TicketEdit(addedLabels: ["one more"])))
        == .invalidValue(
          attribute: "labels", message: "A ticket has at most 50 labels, not 51."))
    #expect(
      story.refusal(of: .edit(TicketEdit(addedLabels: ["one more"], removedLabels: ["l1"]))) == nil)
  }

  @Test(arguments: [
    ("", "A ticket needs a title."), (" \n ", "A ticket needs a title."),
    ("one\ntwo", "A title is one line; put the rest into the description."),
    ("one\u{2028}two", "A title is one line; put the rest into the description."),
    (
      String(repeating: "é", count: 501), "A title has at most 500 characters, not 501."
    ),
  ])
  func `a title is one line of 1 to 500 characters`(title: String, message: String) throws {
    let story = try Story(.standard)
    #expect(
      story.refusal(of: .edit(TicketEdit(title: title)))
        == .invalidValue(attribute: "title", message: message))
  }

  @Test func `characters are counted as people count them`() throws {
    var story = try Story(.standard)
    let title = String(repeating: "👩‍👩‍👧", count: 500)
    try story.apply(.edit(TicketEdit(title: title)))
    #expect(story.state.ticket.title == title)
  }

  @Test func `people, labels and bodies have their limits`() throws {
    let story = try Story(.standard)
    let long = String(repeating: "x", count: 61)
    #expect(
      story.refusal(of: .edit(TicketEdit(assignee: TicketEdit.Setting(long))))?.message
        == "The assignee is one line of at most 60 characters.")
    #expect(
      story.refusal(of: .edit(TicketEdit(reporter: TicketEdit.Setting("a\nb"))))?.message
        == "The reporter is one line of at most 60 characters.")
    #expect(
      story.refusal(of: .edit(TicketEdit(addedLabels: [long])))
        == .invalidValue(
          attribute: "label", message: "The label is one line of at most 60 characters."))
    #expect(
      story.refusal(of: .edit(TicketEdit(description: String(repeating: "x", count: 200_001))))?
        .message == "A description has at most 200000 characters, not 200001.")
  }

  @Test func `one bad attribute refuses the whole edit`() throws {
    let story = try Story(.standard)
    let edit = TicketEdit(title: "Good", priority: .low, addedLabels: ["a\nb"])
    #expect(story.refusal(of: .edit(edit))?.code == "INVALID_VALUE")
  }

  @Test func `a comment is kept as written and counts as a change`() throws {
    let story = try Story(.standard)
    let outcome = try story.state.applying(
      .comment(" See **#4**.\n"), in: story.workflow,
      Given.world(of: Given.bo, at: Given.later))
    #expect(
      outcome.comments == [Comment(author: "bo", at: Given.later, text: " See **#4**.\n")])
    #expect(outcome.events == [Event.Draft(.commented, to: " See **#4**.\n")])
    #expect(outcome.state.ticket.version == 2)
    #expect(
      story.refusal(of: .comment(" \n"))
        == .invalidValue(attribute: "comment", message: "A comment needs some text."))
  }
}
