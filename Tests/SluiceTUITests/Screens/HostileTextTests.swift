import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Titles that are wide, long or hostile: lines stay where they are, and nothing acts on the terminal.
@Suite struct HostileTextTests {
  static let titles = [
    "文字化け in CSV export with BOM 全角文字", "family 👩‍👩‍👧‍👦 and flag 🇩🇪 and keycap 1️⃣ and tone 👍🏽",
    "combining e\u{301}\u{302}\u{303} and \u{301}alone", "हिन्दी தமிழ் ไทย العربية עברית",
    String(repeating: "x", count: 500), String(repeating: "全", count: 500),
    "escape \u{1B}[31m\u{1B}]0;title\u{7} red", "C1 \u{9B}2J \u{85} and DEL \u{7F}",
    "bidi \u{202E}txet\u{202C} \u{2066}isolate\u{2069}",
    "zero\u{200B}width\u{200D}\u{FEFF}\u{2060}",
    "line\nbreak\r\nand\ttab", "\u{301}", "", " ", "ｱｲｳ half", "\u{1F1E9}",
    String(repeating: "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}", count: 60),
  ]

  private func state(_ title: String, _ size: Size) -> AppState {
    let engine = MemoryEngine()
    for (status, number) in [(1, 11), (2, 12), (3, 13), (3, 14), (4, 15)] {
      var detail = Sample.detail(
        of: Sample.card(number, status, title, .high, title, [title], hours: 5))
      detail.state.ticket.description = title
      detail.comments = [Comment(author: title, at: Sample.hoursAgo(1), text: title)]
      engine.add([detail])
    }
    var state = Sample.state(columns: size.columns, rows: size.rows, of: engine)
    if let key = state.focusedTicket, let detail = try? engine.ticket(.key(key)) {
      _ = state.handle(.ticketLoaded(.success(detail), key))
    }
    return state
  }

  /// By number, for arguments are printed as they are.
  @Test(arguments: titles.indices)
  func columnsStayStraight(number: Int) {
    let title = Self.titles[number]
    for size in [
      Size(columns: 120, rows: 26), Size(columns: 121, rows: 30), Size(columns: 80, rows: 24),
    ] {
      let state = state(title, size)
      let frame = state.frame()
      #expect(frame.damage(in: size) == nil)
      let layout = state.layout
      for index in 1..<layout.visibleColumns {
        let column = layout.span(of: index).lowerBound - 1
        for row in layout.cards.top..<layout.cards.bottom {
          #expect(frame.text(in: Rect(left: column, top: row, columns: 1, rows: 1)) == "│")
        }
      }
    }
  }

  @Test(arguments: titles.indices)
  func noScreenShowsItRaw(number: Int) {
    let title = Self.titles[number]
    for size in [
      Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
    ] {
      for keys in [
        "", "e", "e<S-Tab>", "a", "#", "c", "o", "oG", "ml", "<Space>", "/x", "<Tab><Tab>",
      ] {
        var state = state(title, size)
        state.press(keys)
        _ = state.handle(.input(.paste(title)))
        #expect(state.frame().damage(in: size) == nil, "\(keys) at \(size)")
      }
    }
  }

  @Test func marksTakeTheirPlace() {
    let frame = state("escape \u{1B}[31m bidi \u{202E}txt", Size(columns: 40, rows: 12)).frame()
    #expect(
      frame.text(in: Rect(left: 0, top: 3, columns: 40, rows: 2)) == """
        ▌WF-14 ▲High                      0/4 5h
        ▌escape ␛[31m bidi ‹U+202E›txt
        """)
  }
}
