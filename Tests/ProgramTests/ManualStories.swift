import Glibc
import Testing

extension ProgramTests {
  @Suite(.enabled(if: access("/usr/bin/mandoc", X_OK) == 0, "mandoc is not installed"))
  struct ManualStories {
    @Test func `The manual has no fault that mandoc knows`() throws {
      let place = try Workplace()
      let outcome = try place.shell(
        "sluice man > sluice.1 && mandoc -T lint -W warning sluice.1")
      #expect(outcome.status == .exited(0))
      #expect(outcome.output + outcome.messages == "")
    }

    @Test func `The manual tells of every verb, option and example of the help`() throws {
      let place = try Workplace()
      let rendered = try place.shell("sluice man | mandoc -T utf8 -O width=500").output
      // Bold and underlined letters are written twice, one over the other.
      let manual = rendered.replacing(/.\u{8}/, with: "")

      for page in try HelpPage.all(at: place) {
        #expect(manual.contains("\n     \(page.verb)"), "\(page.verb)")
        let options = page.options.map { $0.replacing("…", with: "...") }
        #expect(options.filter { !manual.contains($0) } == [], "\(page.verb)")
        // The overview's last ones are those of other verbs, in shorter words.
        let examples = page.verb.isEmpty ? page.examples.prefix(3) : page.examples[...]
        #expect(examples.filter { !manual.contains($0) } == [], "\(page.verb)")
      }
    }
  }
}
