import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// The page of a ticket with much to say, as literal screens.
@Suite struct TicketPageTests {
  static let sizes = [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ]

  static let description = """
    # Sessions end *early*

    Since **4.2** people are logged out after ~~ten~~ five minutes; see [the trace](https://example.org/t/17).

    1. Sign in with `sluice login`
    2. Wait
       - in Firefox
       - in Safari

    - [x] reproduced
    - [ ] fixed

    > It is the token's clock.

    | Browser | After | Seen by |
    |:--|--:|:-:|
    | Firefox | 5 min | dee |
    | 火狐 | never | ben |

    ```sh
    date +%s; curl --silent --show-error https://example.org/api/v1/session | jq .expires_at
    ```
    """

  /// WF-42 with a description, comments, a passed gate and a history of three days.
  static func page(_ size: Size) -> Play {
    var play = Play(columns: size.columns, rows: size.rows)
    let key = TicketKey(project: Sample.key, number: 42)
    play.engine.store.withLock { store in
      store.tickets[key]?.ticket.description = description
      store.tickets[key]?.progress.values["root_cause"] = .text("clock skew")
      store.tickets[key]?.progress.valueStamps["root_cause"] = .init(
        by: "ana", at: Sample.hoursAgo(3))
      store.comments[key] = [
        Comment(author: "dee", at: Sample.hoursAgo(9), text: "Happens *twice* a day."),
        Comment(
          author: "ben", at: Sample.hoursAgo(2), text: "Fixed in `4.2.1`:\n\n- clock\n- cache"),
      ]
      store.events[key] = HistoryStoryTests.events.reversed()
    }
    play.press("o")
    return play
  }

  private func name(_ part: String, _ size: Size) -> String {
    "page-\(part)-\(size.columns)x\(size.rows)"
  }

  @Test(arguments: sizes)
  func markdownFieldsGatesAndHistory(size: Size) {
    var play = Self.page(size)
    expectScreen(play.state.frame(), name("top", size))
    play.press("<C-f>")
    expectScreen(play.state.frame(), name("next", size))
    play.press("G")
    expectScreen(play.state.frame(), name("end", size))
  }

  @Test(arguments: sizes)
  func whatIsFoundIsMarked(size: Size) {
    var play = Self.page(size)
    play.press("/")
    play.type("clock")
    expectScreen(play.state.frame(), name("searching", size))
    play.press("<Enter>n")
    expectScreen(play.state.frame(), name("found", size))
    #expect(play.state.frame().styles(roles: [.match]).contains("match+focused"))
  }

  @Test(arguments: sizes)
  func whatEnterChangesIsMarked(size: Size) {
    var play = Self.page(size)
    play.press("<Tab><Tab><Tab>")
    expectScreen(play.state.frame(), name("item", size))
    play.press("<Enter>")
    expectScreen(play.state.frame(), name("changing", size))
  }
}
