import Testing

@testable import SluiceTUI

@Suite struct LabelListTests {
  @Test(arguments: [
    ([], ""), (["auth", "bug"], "auth, bug"), (["a,b", "c d"], "\"a,b\", c d"),
    (["say \"hi\""], "\"say \"\"hi\"\"\""),
  ])
  func isReadBackAsWritten(labels: [String], text: String) {
    #expect(LabelList.text(labels) == text)
    #expect(LabelList.labels(in: text) == labels)
  }

  @Test func takesWhatAPersonTypes() {
    #expect(LabelList.labels(in: " auth ,,\"two words\", x") == ["auth", "two words", "x"])
  }
}
