import FoundationEssentials
import SluiceCore
import Testing

/// JSON5 as it is read here and by Foundation's decoder.
@Suite struct JSON5Tests {
  private static let texts = [
    "{}", "[]", "{a: 1}", "{a: 1,}", "[1, 2,]", "[,]", "{,}", "[1,,2]", "{'a': 'b'}",
    "{\"a\": \"b\"}",
    "// c\n{a: true} // d", "/* a\n * b */ {a: /* c */ null}", "{a: 1} /* open", "{a: 1} /",
    "/", "//", "{a-b: 1}", "{a_b$: 1}", "{$: 1}", "{1a: 1}", "{a b: 1}", "{ä: 1}", "{: 1}",
    "{a: 'it\\'s'}", "{a: \"it's\"}", "{a: 'say \"x\"'}", "{a: 'one\ntwo'}",
    "{a: '\\x41'}", "{a: '\\x4'}", "{a: '\\u00e9'}", "{a: '\\ud83d\\ude00'}", "{a: '\\ud83d'}",
    "{a: '\\q'}", "{a: 'open}", "{a: 0x1F}", "{a: -0x10}", "{a: +1}", "{a: .5}",
    "{a: 5.}", "{a: -.5}", "{a: 5.e3}", "{a: 1e3}", "{a: 01}", "{a: .}", "{a: +}", "{a: 0x}",
    "{a: 1..2}",
    "{a: tru}", "{a: undefined}", "{a}", "{a: 1", "{a: 1}}", "{a: 1} 2", "\u{FEFF}{a: 1}",
    "{a: [1, {b: 'c',},],}", "{\"a\\u0062\": 1}", "",
  ]

  @Test(arguments: texts)
  func isReadAsFoundationReadsIt(text: String) {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    let theirs = try? decoder.decode(Decoded.self, from: Data(text.utf8)).value
    let ours = try? JSONReader.readJSON5(SourceText(text)).value
    #expect(ours == theirs)
  }

  @Test func `A comment that does not end is told where it begins`() {
    for text in ["{a: 1, /* open", "{\n/* open", "/*/"] {
      let fault = #expect(throws: JSONFault.self) { try JSONReader.readJSON5(SourceText(text)) }
      #expect(fault?.message == "This comment does not end.")
      #expect(fault?.line == (text.contains("\n") ? 2 : 1))
    }
  }

  @Test(arguments: ["", " \n", "// none\n", "/* a */ // b"])
  func `A text of blanks and comments says nothing`(text: String) {
    #expect(JSONReader.isBlankJSON5(SourceText(text)))
    #expect(!JSONReader.isBlankJSON5(SourceText(text + "\n{}")))
  }

  /// What the language has and Foundation's decoder has not.
  @Test(arguments: [
    ("{a: 'one\\\ntwo'}", JSONValue.string("onetwo")), ("{a: '\\v'}", .string("\u{B}")),
    ("{a:\u{A0}1}", .number(1)), ("{\u{2028}a: 1}", .number(1)),
  ])
  func isReadAsTheLanguageHasIt(text: String, value: JSONValue) throws {
    #expect(try JSONReader.readJSON5(SourceText(text)).value == .object(["a": value]))
  }

  @Test func aPlaceIsKnownBehindComments() throws {
    let source = SourceText("// keys\n{\n  a: 1, /* x */ 'bé': {c: 2},\n}")
    let node = try JSONReader.readJSON5(source)
    let inner = try #require(node["bé"]?["c"])
    #expect(inner.keyOffset.map(source.line(of:)) == 3)
    #expect(inner.keyOffset.map(source.column(of:)) == 24)
    #expect(source.column(of: inner.offset) == 27)
  }

  @Test(arguments: [
    ("{a: 1, a: 2}", "1:8 “a” stands twice in this object; one of them would be lost."),
    ("{\n  a 1}", "2:5 Expected “:” after the key “a”, found “1”."),
    ("{a: 1\n b: 2}", "2:2 Expected “,” or “}” after the member “a”, found “b”."),
    ("{a: 0x}", "1:5 “0x” is not a number."),
    ("{\n'a: 1}", "2:1 The text ends within quotes that begin here."),
    ("{/* a", "1:2 This comment does not end."),
  ])
  func aFaultNamesItsPlace(text: String, message: String) {
    let fault = #expect(throws: JSONFault.self) { try JSONReader.readJSON5(SourceText(text)) }
    #expect(fault.map { "\($0.line):\($0.column) \($0.message)" } == message)
  }

  @Test func plainJSONStaysStrict() {
    for text in ["{a: 1}", "[1,]", "['a']", "[+1]", "[1] // c"] {
      #expect(throws: JSONFault.self) { try JSONReader.read(SourceText(text)) }
    }
  }
}

/// Whatever Foundation reads.
private struct Decoded: Decodable {
  let value: JSONValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .null
    } else if let flag = try? container.decode(Bool.self) {
      value = .bool(flag)
    } else if let number = try? container.decode(Double.self) {
      value = .number(number)
    } else if let text = try? container.decode(String.self) {
      value = .string(text)
    } else if let list = try? container.decode([Decoded].self) {
      value = .array(list.map(\.value))
    } else {
      value = .object(try container.decode([String: Decoded].self).mapValues(\.value))
    }
  }
}
