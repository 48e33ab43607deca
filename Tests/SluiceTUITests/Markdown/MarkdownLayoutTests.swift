import Drawing
import Testing

@testable import SluiceTUI

/// Documents as they stand on the screen, in their literal lines.
@Suite struct MarkdownLayoutTests {
  private func shown(_ text: String, columns: Int) -> String {
    MarkdownLayout.lines(of: text, columns: columns).map { line in
      var text = line.plain
      while text.last == " " { text.removeLast() }
      return text
    }
    .joined(separator: "\n")
  }

  private static let everything = """
    # What happens
    Users are *logged out* after **five** minutes, ~~ten~~ see [the trace](https://example.org/t "all of it") and
    https://example.org/direct. Run `sluice --version`.

    1. Sign in
       - with a token
       - or a password that is long enough to need more than one line
    2. Wait

    - [x] reproduced
    - [ ] fixed

    > It is the clock.
    > > Whose?

    ```sh
    date +%s --and-some-option-that-is-longer-than-the-screen-is-wide
    ```

    | Browser | Result | Note |
    |:--|:-:|--:|
    | Firefox | fails | after 5 minutes |
    | 文字 | ok | |

    ![a picture](p.png) <kbd>x</kbd>

    ---
    [trace]: https://example.org/t
    """

  @Test func onAWideScreen() {
    #expect(
      shown(Self.everything, columns: 76) == """
        # What happens

        Users are logged out after five minutes, ~~ten~~ see the trace
        (https://example.org/t “all of it”) and
        https://example.org/direct. Run `sluice --version`.

        1. Sign in
           • with a token
           • or a password that is long enough to need more than one line
        2. Wait

        [x] reproduced
        [ ] fixed

        > It is the clock.
        >
        > > Whose?

        ┌ sh
        │ date +%s --and-some-option-that-is-longer-than-the-screen-is-wide

        Browser │ Result │            Note
        ────────┼────────┼────────────────
        Firefox │ fails  │ after 5 minutes
        文字    │   ok   │

        [image: a picture] (p.png) <kbd>x</kbd>

        ────────────────────────────────────────

        [trace]: https://example.org/t
        """)
  }

  @Test func onANarrowScreen() {
    #expect(
      shown(Self.everything, columns: 30) == """
        # What happens

        Users are logged out after
        five minutes, ~~ten~~ see the
        trace (https://example.org/t
        “all of it”) and
        https://example.org/direct.
        Run `sluice --version`.

        1. Sign in
           • with a token
           • or a password that is
             long enough to need more
             than one line
        2. Wait

        [x] reproduced
        [ ] fixed

        > It is the clock.
        >
        > > Whose?

        ┌ sh
        │ date +%s --and-some-option-t
        ┊ hat-is-longer-than-the-scree
        ┊ n-is-wide

        Browser │ Result │        Note
        ────────┼────────┼────────────
        Firefox │ fails  │     after 5
                │        │     minutes
        文字    │   ok   │

        [image: a picture] (p.png)
        <kbd>x</kbd>

        ──────────────────────────────

        [trace]: https://example.org/t
        """)
  }

  @Test func aTableWithoutRoomIsToldRowByRow() {
    let table = """
      | Name | Version | State | Owner |
      |-|-|-|-|
      | sluice-server | 4.2.0-beta.17 | waits for review | **ana** |
      | sluice | 4.1 |
      """
    #expect(
      shown(table, columns: 34) == """
        Name: sluice-server
        Version: 4.2.0-beta.17
        State: waits for review
        Owner: ana
        ─ ─ ─
        Name: sluice
        Version: 4.1
        """)
  }

  @Test func nothingIsHidden() {
    #expect(
      shown("a\u{1B}[31mb \u{202E}c\n\n`\u{7}` [x](\u{1B})\n\n    \u{1B}c", columns: 40) == """
        a␛[31mb ‹U+202E›c

        `␇` [x](␛)

        │ ␛c
        """)
  }

  @Test func marksAndAttributesTellWhatColoursDo() {
    let lines = MarkdownLayout.lines(of: "# A *b*\n*c* **d *e*** ~~f~~ `g` [h](i)", columns: 40)
    let styles = lines.flatMap(\.spans).map { span in
      let role = Role(rawValue: span.style.role).map(\.name) ?? "?"
      return "\(role)\(span.style.overlay.isEmpty ? "" : "+struck") “\(span.text)”"
    }
    #expect(
      styles == [
        "heading “# ”", "heading “A ”", "emphasis “b”", "emphasis “c”", "plain “ ”", "strong “d e”",
        "plain “ ”", "plain+struck “~~f~~”", "plain “ ”", "code “`g`”", "plain “ ”", "link “h”",
        "dim “ (i)”",
      ])
  }

  /// Whatever the text and the width: no line is wider than the page, and where there is room no word is
  /// broken.
  @Test(arguments: 0..<20)
  func everyWordIsInSight(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let marks = [
      "*", "**", "`", "~~", "[", "](", ")", "> ", "- ", "1. ", "# ", "| ", " | ", "|-|-|\n", "\n",
      "\n\n",
      "```\n", "    ", " ", "文", "é", "👍🏽", "\u{202E}", "<b>", "- [ ] ",
    ]
    for _ in 0..<50 {
      var text = ""
      var words: [String] = []
      for index in 0..<Int.random(in: 1...40, using: &numbers) {
        words.append("w\(index)")
        text += (marks.randomElement(using: &numbers) ?? "") + "w\(index)"
        text += marks.randomElement(using: &numbers) ?? ""
      }
      for columns in [8, 17, 40, 118, 400] {
        let lines = MarkdownLayout.lines(of: text, columns: columns)
        let widest = lines.map { DisplayWidth.columns(of: $0.plain) }.max() ?? 0
        #expect(widest <= max(columns, 12), "\(columns): \(text.debugDescription)")
        let said = lines.map(\.plain).joined()
        #expect(words.allSatisfy { said.contains($0) || columns < 400 }, "\(text.debugDescription)")
      }
    }
  }
}
