internal import SluiceCore

/// One fact of a line of the log.
struct LogField: Hashable, Sendable {
  let name: String
  let value: JSONValue

  init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }

  init(_ name: String, _ text: String) {
    self.init(name, .string(text))
  }

  init(_ name: String, _ number: Int) {
    self.init(name, .integer(number))
  }
}
