import Testing

/// Where things lie, and that they work wherever the repository lies.
@Suite struct PlaceTests {
  @Test func `the top level holds what it should`() {
    #expect(Self.strangers(among: Repository.files) == [])
    #expect(Repository.files.contains("Package.swift"))
  }

  @Test func `no file names a place on one machine`() {
    for path in Repository.files {
      #expect(Self.machinePaths(in: Repository.text(of: path) ?? "") == [], "\(path)")
    }
  }

  @Test func `a stranger at the top is seen`() {
    let files = ["LICENSE", ".ci/run", "Sources/A.swift", "notes.md", "docs/a/b.md", "themes/x"]
    #expect(Self.strangers(among: files) == ["docs", "notes.md"])
  }

  @Test func `a machine's path is seen`() {
    let text = "see " + Self.homes[0] + "ann/board and " + Self.homes[2] + "x, not /usr/share"
    #expect(Self.machinePaths(in: text) == [Self.homes[0], Self.homes[2]])
  }

  // Put together here, or this file would name them.
  private static let homes = ["home", "root", "work"].map { "/" + $0 + "/" }

  private static func machinePaths(in text: String) -> [String] {
    homes.filter(text.contains)
  }

  private static func strangers(among files: [String]) -> [String] {
    let expected: Set<String> = [
      "Package.swift", "Sources", "Tests", "themes", "README.md", "LICENSE",
    ]
    let top = Set(files.compactMap { $0.split(separator: "/").first.map(String.init) })
    return top.filter { !expected.contains($0) && !$0.hasPrefix(".") }.sorted()
  }
}
