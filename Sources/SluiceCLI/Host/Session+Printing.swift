import Drawing
import SluiceAPI
import SluiceCore

extension Session {
  /// Prints a line for people; stored text in it cannot reach the terminal as control.
  func print(_ line: String = "") throws(Failure) {
    try host.output.write(VisibleText.paragraphs(line) + "\n")
  }

  func print(_ table: TextTable) throws(Failure) {
    for line in table.lines(width: host.output.columns) { try print(line) }
  }

  /// Prints JSON for programs.
  func print(_ json: JSONValue) throws(Failure) {
    try host.output.write(JSONPrinter.text(json) + "\n")
  }

  /// Prints a page of a list as Alloy's guide shows it.
  func print<Item>(
    _ page: Page<Item>, _ json: (Item) -> JSONValue
  ) throws(Failure) {
    try print(page.json(json))
  }

  /// Says something beside the data, where it does not get into the way of programs.
  func note(_ line: String) throws(Failure) {
    try host.messages.write(VisibleText.paragraphs(line) + "\n")
  }

  /// Prints a value on a line of its own, at once: for whoever follows what happens.
  func print(line json: JSONValue) throws(Failure) {
    // What an end of line is inside a text is escaped, so those that are left are layout.
    let parts = JSONPrinter.text(json).split(separator: "\n").map { $0.drop { $0 == " " } }
    try host.output.write(parts.joined() + "\n")
    try host.output.flush()
  }
}
