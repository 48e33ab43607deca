import SluiceAPI
import SluiceCore
import Testing

@Suite struct SchemaTests {
  private let schemas: [String: Schema] = [
    "Status": .object(
      .required("name", .someText),
      .required("category", .oneOf(["backlog", "done"])),
      .optional("wip_limit", .integer(1...1_000)))
  ]

  private func faults(_ text: String, _ schema: Schema) throws -> [String] {
    let value = try JSONReader.read(SourceText(text)).value
    return schema.faults(in: value, schemas).map { "\($0.place): \($0.message)" }
  }

  @Test func `What is as it should be has no faults`() throws {
    let schema = Schema.object(
      .required("statuses", .array(.reference("Status"))), .optional("note", .nullable(.text)),
      .optional("on", .boolean), .optional("id", .id))
    let text = """
      {"statuses": [{"name": "New", "category": "backlog", "wip_limit": 3}], "note": null,
       "on": true, "id": "0B9F8C1E-5A3D-4F2B-9C7E-1D2A3B4C5D6E"}
      """
    #expect(try faults(text, schema) == [])
  }

  @Test func `Every fault is told with its place`() throws {
    let schema = Schema.object(
      .required("title", .text(upTo: 5)), .required("statuses", .array(.reference("Status"))))
    let text = """
      {"titel": "x", "statuses": [{"name": "", "category": "dome", "wip_limit": 1.5}, 7]}
      """
    #expect(
      try faults(text, schema) == [
        "title: This is missing.",
        "statuses[0].name: Expected a text, found an empty one.",
        "statuses[0].category: Expected one of backlog, done, found “dome”. Did you mean “done”?",
        "statuses[0].wip_limit: Expected a whole number from 1 to 1000.",
        "statuses[1]: Expected an object, found a number.",
        "titel: This is not known here; did you mean “title”?",
      ])
  }

  @Test(arguments: [
    (#""x""#, Schema.id, ": “x” is not an id."),
    (#""2026-02-30""#, Schema.day, ": “2026-02-30” is not a day like 2026-03-01."),
    (#""abcdef""#, Schema.text(upTo: 5), ": Expected at most 5 characters, found 6."),
    ("[1, 2, 3]", Schema.array(.number, maximum: 2), ": Expected at most 2 values, found 3."),
    (#"{"a": 1}"#, Schema.map(.text), "a: Expected a text, found a number."),
    ("null", Schema.text, ": Expected a text, found null."),
  ])
  func `A value that will not do is refused in a sentence`(
    text: String, schema: Schema, fault: String
  ) throws {
    #expect(try faults(text, schema) == [fault])
  }

  @Test func `Of some members one must be there, or one and no other`() throws {
    let members: [Schema.Member] = [.optional("handle", .text), .optional("email", .text)]
    let one = Schema.object(.init(members, choice: .exactlyOne(["handle", "email"])))
    let some = Schema.object(.init(members, choice: .atLeastOne(["handle", "email"])))
    let both = #"{"handle": "ann", "email": "ann@example.org"}"#
    #expect(try faults(#"{"handle": "ann"}"#, one) == [])
    #expect(try faults(both, one) == [": Expected one of handle, email, found 2 of them."])
    #expect(try faults("{}", one) == [": Expected one of handle, email, found 0 of them."])
    #expect(try faults(both, some) == [])
    #expect(try faults("{}", some) == [": Expected handle or email."])
    #expect(
      JSONPrinter.line(one.json).contains(
        #""oneOf":[{"required":["handle"]},{"required":["email"]}]"#))
    #expect(JSONPrinter.line(some.json).contains(#""anyOf":[{"required":["handle"]}"#))
  }

  @Test func `A number that shares its bits with others is not taken for one of them`() throws {
    #expect(try faults("9007199254740991", .count) == [])
    #expect(
      try faults("9007199254740993", .count)
        == [": Expected a whole number from 0 to 9007199254740991."])
  }

  @Test func `A schema prints itself as JSON Schema`() {
    let schema = Schema.object(
      .required("name", .text(upTo: 60)), .optional("limit", .nullable(.integer(1...9))),
      .optional("status", .nullable(.reference("Status"))))
    #expect(
      JSONPrinter.line(schema.json)
        == #"{"additionalProperties":false,"properties":{"#
        + #""limit":{"maximum":9,"minimum":1,"type":["integer","null"]},"#
        + #""name":{"maxLength":60,"type":"string"},"#
        + ##""status":{"anyOf":[{"$ref":"#/components/schemas/Status"},{"type":"null"}]}},"##
        + #""required":["name"],"type":"object"}"#)
  }
}
