import Testing

@Suite struct ArrowTests {
  @Test func `every target imports only what lies below it`() {
    for source in Repository.sources {
      #expect(Arrows.forbidden(in: source.lines, of: source.target) == [], "\(source.path)")
    }
  }

  @Test func `every folder of sources is a target with a row`() {
    let wrappers: Set<String> = [
      "CSQLite", "CNcurses", "CCurl", "CMicroHTTP", "CSodium", "CBaseline",
    ]
    let folders = Set(Repository.folders(in: "Sources"))
    #expect(folders.subtracting(wrappers).subtracting(Arrows.table.keys) == [])
    #expect(folders.contains("SluiceCore"))
  }

  @Test func `an arrow that points up is seen`() {
    let text = """
      public import FoundationEssentials
      internal import Foundation
      @testable import SluiceStore
      import struct Drawing.Size  // import SluiceTUI
      let text = "import SluiceCLI"
      import CSQLite
      """
    let lines = SourceLine.lines(of: text)
    #expect(
      Arrows.forbidden(in: lines, of: "SluiceCore")
        == ["Foundation", "SluiceStore", "Drawing", "CSQLite"])
    #expect(
      Arrows.forbidden(in: lines, of: "SluiceEngine") == ["Foundation", "Drawing", "CSQLite"])
    #expect(Arrows.forbidden(in: lines, of: "SQLite") == ["Foundation", "SluiceStore", "Drawing"])
  }
}
