import SluiceCore
import Testing

@Suite("JSON") struct JSONReaderTests {
  @Test(
    "Values are read",
    arguments: [
      ("null", JSONValue.null), (" true ", .bool(true)), ("-1.5e2", .number(-150)),
      ("\"a\\n\\u00e9\\ud83d\\ude00\\/\"", .string("a\né😀/")),
      ("[1, [], {}]", .array([.number(1), .array([]), .object([:])])),
      ("{\"a\": {\"b\": \"文\"}}", .object(["a": .object(["b": .string("文")])])),
      ("\u{FEFF}[]", .array([])),
    ]) func reads(text: String, value: JSONValue) throws
  {
    #expect(try JSONReader.read(SourceText(text)).value == value)
  }

  @Test(
    "Faults are told with their place",
    arguments: [
      ("", 1, 1, "The text ends where a value should stand."),
      ("[1,\n 2", 2, 3, "The text ends; expected “,” or “]” after an element of a list."),
      ("[1 2]", 1, 4, "Expected “,” or “]” after an element of a list, found “2”."),
      ("{\"a\" 1}", 1, 6, "Expected “:” after the key “a”, found “1”."),
      ("{\"é\": 1,}", 1, 9, "Expected a key in quotes, found “}”."),
      (
        "{\"a\": 1,\n \"a\": 2}", 2, 2,
        "“a” stands twice in this object; one of them would be lost."
      ),
      ("[tru]", 1, 2, "Expected a value, found “t”."),
      ("[01]", 1, 2, "“01” is not a number."),
      ("[1.]", 1, 2, "“1.” is not a number."),
      ("[] []", 1, 4, "Something follows the end of the value."),
      ("[\n\"abc", 2, 1, "The text ends within quotes that begin here."),
      (
        "\"a\nb\"", 1, 3,
        "A text holds a line break or another control character; write it as an escape."
      ),
      ("\"\\x\"", 1, 2, "A backslash begins no known escape."),
      ("\"\\ud83d\"", 1, 2, "A \\u escape is one half of a pair without the other."),
      ("\"\\u12\"", 1, 2, "\\u needs four hexadecimal digits."),
    ]) func faults(text: String, line: Int, column: Int, message: String)
  {
    #expect(throws: JSONFault(line: line, column: column, message: message)) {
      try JSONReader.read(SourceText(text))
    }
  }

  @Test("Bytes that are not UTF-8 are refused")
  func encoding() {
    #expect(throws: JSONFault(line: 1, column: 2, message: "A text is not valid UTF-8.")) {
      try JSONReader.read(SourceText([0x5B, 0x22, 0xFF, 0x22, 0x5D]))
    }
  }

  @Test("Deep nesting is refused before it exhausts the stack")
  func depth() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONFault.self) { try JSONReader.read(SourceText(deep)) }
    let well = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(throws: Never.self) { try JSONReader.read(SourceText(well)) }
  }

  @Test(
    "What is printed reads back the same",
    arguments: [
      JSONValue.null, .bool(false), .number(0), .number(-12.25), .number(9_007_199_254_740_991),
      .string("\u{0}\u{1F}\"\\/\u{7F}\u{9F}\u{2028}\u{202E}\u{FEFF}\u{E0041}é文👩‍💻"),
      .array([.null, .array([]), .object(["": .string("")])]),
    ]) func roundTrip(value: JSONValue) throws
  {
    #expect(try JSONReader.read(SourceText(JSONPrinter.text(value))).value == value)
  }
}
