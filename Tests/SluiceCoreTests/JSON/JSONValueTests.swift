import FoundationEssentials
import Testing

@testable import SluiceCore

@Suite struct JSONValueTests {
  @Test func `every kind of value is read as what it is`() throws {
    let text = #"[null, true, 1, 0, 2.5, "1", [false], {"a": {}}]"#
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    #expect(
      value
        == .array([
          .null, .bool(true), .number(1), .number(0), .number(2.5), .string("1"),
          .array([.bool(false)]), .object(["a": .object([:])]),
        ]))
  }

  @Test func `whole numbers are written without a fraction`() throws {
    let value = JSONValue.array([.integer(3), .number(0.5), .number(-7), .optional(nil)])
    let data = try JSONEncoder().encode(value)
    #expect(String(decoding: data, as: UTF8.self) == "[3,0.5,-7,null]")
  }

  @Test func `kinds are named as a person would`() {
    let values: [JSONValue] = [
      .null, .bool(true), .number(1), .string(""), .array([]), .object([:]),
    ]
    #expect(
      values.map(\.kind)
        == ["null", "true or false", "a number", "a text", "a list", "an object"])
  }
}
