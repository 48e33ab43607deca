import Testing

@testable import SluiceCLI

@Suite("A line of bash") struct BashLineTests {
  @Test(
    "Is cut into words, quotes and backslashes taken off, and nothing evaluated",
    arguments: [
      ("sluice ticket show O", ["sluice", "ticket", "show", "O"]),
      ("sluice ticket ", ["sluice", "ticket", ""]),
      (#"sluice -p "A B" 'C "D'"#, ["sluice", "-p", "A B", #"C "D"#]),
      (#"sluice Ready\ to"#, ["sluice", "Ready to"]),
      (#"sluice "a \" \n $(reboot)"#, ["sluice", #"a " \n $(reboot)"#]),
      (#"sluice '' "#, ["sluice", "", ""]),
      ("sluice 'it'\\''s", ["sluice", "it's"]),
    ]) func words(line: String, words: [String])
  {
    #expect(BashLine(line, replacing: "").words == words)
  }

  @Test(
    "Gets what it lacks, quoted as it began",
    arguments: [
      ("sluice Re", "Re", #"Ready\ \$\(reboot\)\ \`x\`"#),
      (#"sluice "Re"#, "Re", #"Ready \$(reboot) \`x\`"#),
      ("sluice 'Re", "Re", "Ready $(reboot) `x`"),
      (#"sluice Ready\ "#, #"Ready\ "#, #"Ready\ \$\(reboot\)\ \`x\`"#),
    ]) func quoting(line: String, replaced: String, replacement: String)
  {
    let line = BashLine(line, replacing: replaced)
    #expect(line.replacement(for: "Ready $(reboot) `x`") == replacement)
  }

  @Test(
    "Bash replaces only what stands after a colon or an equals sign",
    arguments: [
      ("sluice --project=O", "O", "--project=OPS", "OPS"),
      ("sluice --project=", "", "--project=OPS", "OPS"),
      ("sluice area:d", "d", "area:db", "db"),
      ("sluice --label 'it", "it", "it's", "it'\\''s"),
    ]) func pieces(line: String, replaced: String, value: String, replacement: String)
  {
    #expect(BashLine(line, replacing: replaced).replacement(for: value) == replacement)
  }

  @Test("A name that ends with a quotation mark is closed, as bash would not do it")
  func ending() {
    let quoted = BashLine("sluice \"a", replacing: "a")
    #expect(quoted.replacement(for: "a \"b\"") == "a \\\"b\\\"\"")
    #expect(BashLine("sluice 'a", replacing: "a").replacement(for: "as'") == #"as'\'''"#)
    #expect(BashLine("sluice a", replacing: "a").replacement(for: "as'") == #"as\'"#)
  }

  @Test("An exclamation mark is history inside double quotes, so nothing with one is offered there")
  func history() {
    #expect(BashLine("sluice \"Sh", replacing: "Sh").replacement(for: "Ship!it") == nil)
    #expect(BashLine("sluice Sh", replacing: "Sh").replacement(for: "Ship!it") == #"Ship\!it"#)
  }
}
