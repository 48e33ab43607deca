import Testing

@testable import SluiceCore

@Suite struct PriorityTests {
  @Test func `priorities order from low to urgent`() {
    #expect(Priority.allCases.sorted().map(\.name) == ["Low", "Medium", "High", "Urgent"])
  }

  @Test(arguments: [
    ("Urgent", Priority.urgent), ("critical", .urgent), ("HIGH", .high), ("med", .medium),
    ("Medium", .medium), ("low", .low),
  ])
  func `both products' words are read in any case`(word: String, priority: Priority) {
    #expect(Priority(word) == priority)
  }

  @Test(arguments: ["", "urgently", "P1", "4"])
  func `other words are not`(word: String) {
    #expect(Priority(word) == nil)
  }
}
