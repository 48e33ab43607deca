import SluiceAPI
import SluiceCore

extension Verb {
  static let ticketShow = Verb(
    words: ["ticket", "show"], aliases: ["get"],
    summary: "Shows a ticket with its gates, its moves and the newest comments.",
    examples: ["sluice ticket show OPS-42", "sluice ticket show OPS-42 --json"],
    operands: [.ticket],
    run: { session throws(Failure) in
      let detail = try session.detail()
      if session.isJSON { return try session.print(.object(detail.json)) }
      let page = TicketPage(detail, for: session.actor, now: session.host.now())
      for line in page.lines { try session.print(line) }
    })
}
