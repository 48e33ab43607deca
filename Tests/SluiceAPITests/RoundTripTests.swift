import SluiceCore
import Testing

@testable import SluiceAPI

/// A value that comes back from its JSON as it was.
@Suite struct `What is written for the wire reads back as the same value` {
  /// Writes and reads values made at random, and wants them back.
  private func check<Value: WireValue & Equatable>(
    _ count: UInt64 = 300, _ make: (inout Arbitrary) -> Value
  ) throws {
    for seed in 1...count {
      var arbitrary = Arbitrary(seed: seed)
      let value = make(&arbitrary)
      let text = SourceText(String(decoding: value.wireBytes, as: UTF8.self))
      let again = try Value(wire: JSONReader.read(text).value)
      #expect(again == value, "seed \(seed): \(text)")
    }
  }

  @Test func `organizations, projects and providers`() throws {
    try check { $0.organization() }
    try check { $0.storedProject() }
    try check { $0.provider() }
    try check {
      ProviderReport(
        isUsable: $0.flag(), status: $0.maybe { $0.number() }, milliseconds: $0.number(),
        message: $0.text())
    }
  }

  @Test func `workflows and definitions`() throws {
    try check { $0.workflow() }
    try check { $0.workflowDraft() }
    try check { $0.workflowEdit() }
  }

  @Test func `tickets, with what is confirmed of them`() throws {
    try check { $0.ticket() }
    try check { $0.progress() }
    try check { $0.detail() }
    try check { $0.comment() }
  }

  @Test func `history, with its traces`() throws {
    try check { $0.trace() }
    try check { $0.event() }
    try check { Page(items: $0.list { $0.event() }, nextCursor: $0.maybe { $0.text() }) }
  }

  @Test func `boards and their windows`() throws {
    try check { $0.board() }
    try check { $0.window() }
    try check { $0.countSlice() }
    try check { $0.filter() }
  }

  @Test func `changes of every kind`() throws {
    try check(2_000) { $0.change() }
    try check(1_000) { $0.ticketChange() }
  }

  @Test func `receipts of every kind`() throws {
    try check(1_000) { $0.receipt() }
  }

  @Test func `failures of every kind`() throws {
    for seed: UInt64 in 1...100 {
      var arbitrary = Arbitrary(seed: seed)
      let rejections = arbitrary.rejections()
      #expect(rejections.count == Rejection.caseNames.count)
      for rejection in rejections {
        let error = EngineError(rejection)
        #expect(try EngineError(wire: error.wire) == error)
      }
    }
    try check(1_000) { $0.error() }
  }
}
