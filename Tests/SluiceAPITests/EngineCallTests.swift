import SluiceCore
import Testing

@testable import SluiceAPI

/// One call as a request, and back.
@Suite struct `A call of an engine` {
  private func reading(
    _ kind: EngineCall.Kind, _ parameters: [String: String] = [:],
    _ query: [WireRequest.Item] = [], body: String? = nil
  ) throws(WireFault) -> EngineCall {
    try EngineCall(
      WireRequest(kind, parameters: parameters, query: query, body: body.map { Array($0.utf8) }))
  }

  @Test(arguments: EngineCall.Kind.allCases)
  func `comes back from its request as it was`(_ kind: EngineCall.Kind) throws {
    for seed: UInt64 in 1...200 {
      var arbitrary = Arbitrary(seed: seed)
      let call = arbitrary.call(kind)
      #expect(call.kind == kind)
      #expect(try EngineCall(call.request) == call, "seed \(seed): \(call.request)")
    }
  }

  @Test(arguments: EngineCall.Kind.allCases)
  func `uses only what its description names`(_ kind: EngineCall.Kind) {
    for seed: UInt64 in 1...100 {
      var arbitrary = Arbitrary(seed: seed)
      let request = arbitrary.call(kind).request
      #expect(kind.query.map(\.name).contains(request.query.map(\.name)))
      for (name, items) in Dictionary(grouping: request.query, by: \.name) where items.count > 1 {
        #expect(kind.query.contains { $0.name == name && $0.isRepeated })
      }
      #expect(request.parameters.keys.allSatisfy { kind.path.contains("{\($0)}") })
      #expect(request.segments.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." })
      #expect((kind.method == "POST") == (kind == .testProvider || request.body != nil))
    }
  }

  @Test func `asks for a window below a card by the card's place`() throws {
    let request = EngineCall.column(
      ColumnQuery(
        project: .key(try #require(ProjectKey("OPS"))), status: Status.ID(3),
        filter: BoardFilter(words: ["fix", "it"], assignee: .nobody),
        anchor: .below(
          CardPosition(
            priority: .high, enteredAt: Timestamp(milliseconds: 0), number: 42, ordinal: 0)))
    ).request
    #expect(request.segments == ["projects", "OPS", "columns", "3"])
    #expect(
      request.query.map { "\($0.name)=\($0.value)" } == [
        "word=fix", "word=it", "unassigned=true", "anchor=below", "priority=high",
        "entered_at=1970-01-01T00:00:00Z", "number=42", "ordinal=0", "limit=50",
      ])
  }

  @Test func `names the agent beside the change`() throws {
    let request = EngineCall.apply(.deleteWorkflow(.name("Old")), agent: "claude").request
    #expect(
      String(decoding: try #require(request.body), as: UTF8.self)
        == #"{"change":{"delete_workflow":{"workflow":"Old"}},"agent":"claude"}"#)
  }

  @Test func `is refused with the place of what is wrong`() throws {
    let project = ["project": "OPS"]
    #expect(throws: WireFault("colour", "“colour” is not known here.")) {
      try reading(.board, project, [.init("colour", "red")])
    }
    #expect(throws: WireFault("limit", "“limit” stands there 2 times.")) {
      try reading(.projects, [:], [.init("limit", "1"), .init("limit", "2")])
    }
    #expect(throws: WireFault("limit", "Expected a whole number, found “many”.")) {
      try reading(.projects, [:], [.init("limit", "many")])
    }
    #expect(throws: WireFault("project", "Expected a project's key or id, found “o/ps”.")) {
      try reading(.project, ["project": "o/ps"])
    }
    #expect(throws: WireFault("anchor", "“belov” is not known here; did you mean “below”?")) {
      try reading(.column, ["project": "OPS", "status": "1"], [.init("anchor", "belov")])
    }
    #expect(throws: WireFault("id", "Expected an id, found “7”.")) {
      try reading(.workflow, [:], [.init("id", "7")])
    }
    #expect(throws: WireFault("change", "“change” is missing.")) {
      try reading(.apply, body: "{}")
    }
    #expect(
      throws: WireFault("", "Line 1, column 1: The text ends where a value should stand.")
    ) {
      try reading(.preview)
    }
  }
}

extension [String] {
  fileprivate func contains(_ others: [String]) -> Bool {
    Set(self).isSuperset(of: others)
  }
}
