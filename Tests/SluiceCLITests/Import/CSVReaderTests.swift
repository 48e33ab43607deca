import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("CSV") struct CSVReaderTests {
  private func read(_ text: String, _ delimiter: Character = ",") throws -> [CSVReader.Row] {
    try CSVReader.read(SourceText(text), delimiter: delimiter.asciiValue ?? 0)
  }

  @Test func cellsMayBeQuoted() throws {
    #expect(
      try read("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n,\n") == [
        .init(line: 1, cells: ["a", "b"]), .init(line: 2, cells: ["x, y", "say \"hi\""]),
        .init(line: 3, cells: ["", ""]),
      ])
  }

  @Test func quotedCellsMayHoldLineEndsAndLinesAreCounted() throws {
    #expect(
      try read("a\r\n\"one\r\ntwo\nthree\"\r\n\r\nlast") == [
        .init(line: 1, cells: ["a"]), .init(line: 2, cells: ["one\r\ntwo\nthree"]),
        .init(line: 6, cells: ["last"]),
      ])
  }

  @Test func delimiterAndByteOrderMark() throws {
    #expect(try read("\u{FEFF}a;b\n1,5;2", ";").map(\.cells) == [["a", "b"], ["1,5", "2"]])
    #expect(try read("a\tb", "\t").map(\.cells) == [["a", "b"]])
  }

  @Test func quoteWithinAPlainCellIsText() throws {
    #expect(try read("5\" disk,x").map(\.cells) == [["5\" disk", "x"]])
  }

  @Test func nothing() throws {
    #expect(try read("") == [])
    #expect(try read("\n\n") == [])
  }

  @Test(arguments: [
    ("a\n\"open\nmore", 2, "A quote that opens here is never closed."),
    ("a\n\"x\"y,z", 2, "Something follows the closing quote of a cell; write \"\" for one quote."),
  ]) func faults(text: String, line: Int, message: String) {
    #expect(throws: CSVFault(line: line, message: message)) { try read(text) }
  }

  @Test func otherEncodingsAreRefused() {
    #expect(
      throws: CSVFault(line: 2, message: "A cell is not UTF-8; convert the file with iconv first.")
    ) {
      try CSVReader.read(SourceText([0x61, 0x0A, 0xE9]), delimiter: 0x2C)
    }
  }
}
