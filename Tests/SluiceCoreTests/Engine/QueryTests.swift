import Testing

@testable import SluiceCore

@Suite struct QueryTests {
  @Test func `a page asks for one to five hundred`() {
    #expect(PageRequest(limit: 0).limit == 1)
    #expect(PageRequest(limit: 50).limit == 50)
    #expect(PageRequest(limit: 9_999).limit == 500)
  }
}
