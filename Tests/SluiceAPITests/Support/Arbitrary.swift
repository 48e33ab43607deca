import FoundationEssentials
import SluiceCore

/// Makes values at random, with every part that there is, now and then without.
struct Arbitrary {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func flag() -> Bool {
    Bool.random(using: &generator)
  }

  mutating func number(_ range: ClosedRange<Int> = 0...99) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func one<Value>(of values: [Value]) -> Value {
    values[number(0...values.count - 1)]
  }

  mutating func maybe<Value>(_ value: (inout Arbitrary) -> Value) -> Value? {
    flag() ? value(&self) : nil
  }

  mutating func list<Value>(
    _ count: ClosedRange<Int> = 0...3, _ value: (inout Arbitrary) -> Value
  ) -> [Value] {
    (0..<number(count)).map { _ in value(&self) }
  }

  /// Plain words, and what a wire could stumble over.
  mutating func text() -> String {
    one(of: [
      "", "Ship it", "in review", "a/b?c=d&e #f", "“quoted” and \"quoted\" \\ back", "Grün 👩‍👩‍👧 文",
      "line\nline\r\ttab", "\u{0}\u{1B}[31mred\u{7F}\u{85}", "\u{202E}ecalp\u{200B}", "%2F%00+ +",
      "0b0a9c4e-6f0e-4a1c-8d6b-4f5a7e1c2d3b", "null", "\u{FEFF}\u{2028}", "é e\u{301}",
      "word \(number())",
    ])
  }

  mutating func texts() -> [String] {
    list { $0.text() }
  }

  mutating func pairs<Value>(_ value: (inout Arbitrary) -> Value) -> [String: Value] {
    Dictionary(list { ($0.text(), value(&$0)) }) { first, _ in first }
  }

  mutating func id<Subject>() -> Identifier<Subject> {
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return Identifier(
      UUID(
        uuid: (
          bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
          bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
        )))
  }

  /// From the year 1 to 9999.
  mutating func time() -> Timestamp {
    let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999
    return Timestamp(milliseconds: Int64.random(in: range, using: &generator))
  }

  mutating func day() -> CalendarDay {
    CalendarDay(daysSinceEpoch: number(-719_162...2_932_896))
  }

  mutating func sequence() -> Int64 {
    Int64(number(0...1 << 53))
  }

  mutating func projectKey() -> ProjectKey {
    one(of: ["OPS", "ME", "A1", "ABCDEFGHI9"].compactMap { ProjectKey($0) })
  }

  mutating func ticketKey() -> TicketKey {
    TicketKey(project: projectKey(), number: number(1...99_999), ordinal: one(of: [0, 0, 1, 12]))
  }

  mutating func project() -> ProjectReference {
    flag() ? .key(projectKey()) : .id(id())
  }

  mutating func ticketReference() -> TicketReference {
    flag() ? .key(ticketKey()) : .id(id())
  }

  mutating func workflowReference() -> WorkflowReference {
    flag() ? .name(text()) : .id(id())
  }

  mutating func providerReference() -> ProviderReference {
    flag() ? .name(text()) : .id(id())
  }

  mutating func status() -> Status.ID {
    Status.ID(number())
  }

  mutating func priority() -> Priority {
    one(of: Priority.allCases)
  }
}
