import Testing

@testable import SluiceCore

@Suite struct FieldValueTests {
  static let text = Field(key: "root_cause", name: "Root cause", kind: .text)
  static let number = Field(key: "size", name: "Size", kind: .number)
  static let select = Field(key: "risk", name: "Risk", kind: .select(options: ["low", "high"]))
  static let date = Field(key: "release", name: "Release date", kind: .date)

  @Test(arguments: [
    (text, " a race \n", FieldValue.text("a race"), "a race"),
    (number, "3", .number(3), "3"),
    (number, " -2.50 ", .number(-2.5), "-2.5"),
    (number, "1e21", .number(1e21), "1e+21"),
    (number, "-0", .number(0), "0"),
    (select, "low", .option("low"), "low"),
    (date, "2026-03-09", .date(CalendarDay(daysSinceEpoch: 20_521)), "2026-03-09"),
  ])
  func `a value is read as it was typed and prints canonically`(
    field: Field, typed: String, value: FieldValue, text: String
  ) throws {
    #expect(try field.value(reading: typed) == value)
    #expect(value.text == text)
    #expect(try field.value(reading: text) == value)
  }

  @Test(arguments: [
    (text, "  ", "Root cause needs a text, but nothing was given."),
    (number, "", "Size needs a number, but nothing was given."),
    (number, "three", "Size needs a number, not “three”."),
    (number, "0x10", "Size needs a number, not “0x10”."),
    (number, "nan", "Size needs a number, not “nan”."),
    (number, "1e999", "Size needs a number, not “1e999”."),
    (select, "medium", "Risk needs one of low, high, not “medium”."),
    (date, "2026-02-30", "Release date needs a date as YYYY-MM-DD, not “2026-02-30”."),
  ])
  func `anything else is refused with what was expected`(
    field: Field, typed: String, message: String
  ) {
    let fault = #expect(throws: FieldFault.self) { try field.value(reading: typed) }
    #expect(fault?.field == field.key)
    #expect(fault?.message == message)
  }

  @Test func `a text holds ten thousand characters`() throws {
    let full = String(repeating: "é", count: 10_000)
    #expect(try Self.text.value(reading: full) == .text(full))
    let fault = #expect(throws: FieldFault.self) { try Self.text.value(reading: full + "x") }
    #expect(fault?.message == "Root cause holds at most 10000 characters.")
  }

  @Test func `a field accepts a value only of its own kind`() {
    let values: [FieldValue] = [
      .text("7"), .number(7), .option("low"), .option("gone"),
      .date(CalendarDay(daysSinceEpoch: 0)),
    ]
    #expect(values.map(Self.text.accepts) == [true, false, false, false, false])
    #expect(values.map(Self.number.accepts) == [false, true, false, false, false])
    #expect(values.map(Self.select.accepts) == [false, false, true, false, false])
    #expect(values.map(Self.date.accepts) == [false, false, false, false, true])
  }
}
