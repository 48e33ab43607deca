import FoundationEssentials

/// Someone who makes one ticket after the other over a connection, and keeps what they were told of each.
///
/// What was not answered is asked for again, under the same key, before anything new.
final class Scribe {
  /// The numbers of the tickets that were acknowledged, by title.
  private(set) var acknowledged: [String: Int64] = [:]
  /// Whatever came that is neither an acknowledgment nor silence.
  private(set) var surprises: [String] = []

  private let name: String
  private var client: WebClient?
  private var unanswered: String?
  private var count = 0

  init(_ name: String) {
    self.name = name
  }

  var hasUnanswered: Bool { unanswered != nil }

  /// Takes up the work over a new connection.
  func connect(_ place: WebClient.Place) {
    client = WebClient(place)
    send()
  }

  private func send() {
    if unanswered == nil {
      count += 1
      unanswered = "work \(name) \(count)"
    }
    guard let title = unanswered else { return }
    client?.ask(
      "POST", "/api/v1/projects/OPS/tickets",
      ["Idempotency-Key: \(title.split(separator: " ").joined(separator: "-"))"],
      body: #"{"title": "\#(title)"}"#)
  }

  private struct Ticket: Decodable {
    let title: String
    let number: Int64

    enum CodingKeys: String, CodingKey {
      case title
      case number = "ticket_number"
    }
  }

  /// Takes an answer if one has come, and goes on with the next ticket unless it is time to stop; whether there
  /// was an acknowledgment.
  func look(goingOn: Bool) -> Bool {
    client?.read(waiting: 0)
    guard let answer = client?.take() else { return false }
    guard answer.status == 201, let title = unanswered,
      let ticket = try? JSONDecoder().decode(Ticket.self, from: Data(answer.body.utf8)),
      ticket.title == title, acknowledged[title] == nil
    else {
      surprises.append("\(unanswered ?? "nothing"): \(answer.status) \(answer.body)")
      return false
    }
    acknowledged[title] = ticket.number
    unanswered = nil
    if goingOn { send() }
    return true
  }

  /// Whether nothing more will come over this connection.
  var isCutOff: Bool { client?.isOver ?? true }

  /// What to wait for until something has come.
  var descriptor: Int32 { client?.socket ?? -1 }
}
