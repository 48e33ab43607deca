import Testing

@testable import SluiceCore

@Suite struct BoardFilterTests {
  @Test func `words and conditions are told apart`() {
    let filter = BoardFilter(
      parsing: " login assignee:ann label:ui label:a11y prio>=high  time-out ", me: "bo")
    #expect(
      filter
        == BoardFilter(
          words: ["login", "time-out"], assignee: .named("ann"), labels: ["ui", "a11y"],
          minimumPriority: .high))
  }

  @Test func `me and none are people of a kind`() {
    #expect(BoardFilter(parsing: "assignee:me", me: "bo").assignee == .named("bo"))
    #expect(BoardFilter(parsing: "assignee:none", me: "bo").assignee == .nobody)
  }

  @Test func `a condition not understood is told and left out`() {
    let text = #"status:Done slow prio=high http: assignee:bo"#
    #expect(BoardFilter.notUnderstood(in: text) == ["status:Done", "prio=high"])
    #expect(
      BoardFilter(parsing: text, me: "bo")
        == BoardFilter(words: ["slow", "http:"], assignee: .named("bo")))
  }

  @Test func `a condition half typed is left out`() {
    #expect(BoardFilter(parsing: "label:", me: "bo") == .everything)
    #expect(BoardFilter(parsing: "prio>=hi 0-RTT:", me: "bo").words == ["0-RTT:"])
    #expect(BoardFilter(parsing: "priority>=critical", me: "bo").minimumPriority == .urgent)
  }

  @Test func `quotes hold a name with blanks together`() {
    let filter = BoardFilter(
      parsing: #"label:"PR Pending" slow assignee:"Ann  Lee" "time out""#, me: "bo")
    #expect(
      filter
        == BoardFilter(
          words: ["slow", "time", "out"], assignee: .named("Ann  Lee"), labels: ["PR Pending"]))
  }

  @Test func `a quote still open ends with the text`() {
    #expect(BoardFilter(parsing: #"label:"PR Pen"#, me: "bo").labels == ["PR Pen"])
    #expect(BoardFilter(parsing: #"label:""#, me: "bo") == .everything)
    #expect(BoardFilter(parsing: #"" "#, me: "bo") == .everything)
  }

  @Test func `nothing typed lets everything pass`() {
    #expect(BoardFilter(parsing: "  ", me: "bo").isEverything)
    #expect(!BoardFilter(parsing: "x", me: "bo").isEverything)
  }
}
