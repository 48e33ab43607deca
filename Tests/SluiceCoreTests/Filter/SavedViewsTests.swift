import SluiceCore
import Testing

@Suite struct SavedViewsTests {
  @Test func `What is written is read again`() throws {
    let ops = ProjectKey("OPS")
    let views = SavedViews([
      SavedView(name: "b", text: "is:open"), SavedView(name: "a", text: "x", project: ops),
      SavedView(name: "a", text: "y"), SavedView(name: "a", text: "z"),
    ])
    #expect(views.all.map(\.text) == ["z", "x", "is:open"])
    #expect(views.views(on: ops).map(\.text) == ["x", "is:open"])
    #expect(views.views(on: nil).map(\.text) == ["z", "is:open"])
    #expect(try SavedViews(reading: SourceText(JSONPrinter.text(views.json))) == views)
  }

  @Test(arguments: [
    ("{}", 1, 1, "Expected an object with a list “views”."),
    ("{\n \"views\": [{\"name\": 1}]}", 2, 21, "Expected a text for “name”."),
    ("{\"views\": [{\"name\": \"a\"}]}", 1, 12, "A view needs “filter”."),
    (
      "{\"views\": [\n{\"name\": \"a\", \"filter\": \"x\", \"colour\": 1}]}", 2, 30,
      "“colour” is not known in a view; saving would lose it."
    ),
    ("[", 1, 2, "The text ends where a value should stand."),
  ])
  func `What is wrong with a file is told where it is`(
    text: String, line: Int, column: Int, message: String
  ) {
    let fault = #expect(throws: JSONFault.self) {
      try SavedViews(reading: SourceText(text))
    }
    #expect(fault == JSONFault(line: line, column: column, message: message))
  }

  @Test func `Only so many are kept`() {
    let views = SavedViews(
      (0..<SavedViews.maximumCount).map { SavedView(name: "\($0)", text: "x") })
    #expect(views.refusal(of: SavedView(name: "7", text: "y")) == nil)
    #expect(views.refusal(of: SavedView(name: "new", text: "y")) != nil)
  }
}
