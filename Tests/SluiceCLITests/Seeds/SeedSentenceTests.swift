import FoundationEssentials
import Testing

@Suite("The specifications’ sentences") struct SeedSentenceTests {
  @Test("Every sentence has a test that quotes it, and every quote is a sentence of the table")
  func quoted() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    for (file, sentences) in [
      ("AlloyGuideTests.swift", SeedSentences.alloy),
      ("OpenIndexPageTests.swift", SeedSentences.openIndex),
    ] {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let quotes = text.matches(of: /@Test\(\s*"([^"]*)"/).map { String($0.output.1) }
      #expect(Set(sentences).subtracting(quotes) == [])
      #expect(Set(quotes).subtracting(sentences) == [])
    }
  }
}
