import HTTPServer
import SluiceCore
import Synchronization

/// A server that speaks what Alloy's guide to workflows and statuses prints, and nothing else.
///
/// Replies have the members that the guide prints and no others; what the guide does not tell is not found. The
/// account, its organization, the Default workflow and the project `WF` are those of the guide.
public final class AlloyGuideServer {
  private let desk = AlloyGuideDesk()
  private let server: HTTPServer

  /// A server at a free port of this machine.
  public init() throws {
    server = try HTTPServer(at: .tcp(host: "127.0.0.1", port: 0), handler: desk)
  }

  /// Where it answers.
  public var address: String { "http://\(server.address)" }

  /// The id of the account's organization.
  public var organization: String { AlloyGuide.organization }

  /// What was asked, as `GET /path`, in order; the time before the last `forgetRequests` is left out.
  public var requests: [String] { desk.guide.withLock { $0.requests } }

  /// Begins to count requests anew.
  public func forgetRequests() { desk.guide.withLock { $0.requests = [] } }

  /// Puts tickets into the project of the guide, each with a title and the name of a status.
  public func add(_ tickets: [(title: String, status: String)]) {
    desk.guide.withLock { guide in
      for ticket in tickets { guide.add(ticket.title, ticket.status) }
    }
  }

  /// Moves a ticket as somebody else would.
  public func move(_ number: Int, to status: String) {
    desk.guide.withLock { guide in
      guard let place = guide.tickets.firstIndex(where: { $0.number == number }) else { return }
      guide.tickets[place].status = status
    }
  }

  /// Makes the workflow of the guide's third section, and has the project follow it.
  public func useBugTriage(enforcement: String = "strict") {
    desk.guide.withLock { $0.useBugTriage(enforcement) }
  }

  /// Answers the next requests so many times with a status and nothing else.
  public func fail(_ times: Int, with status: Int, retryAfter: String? = nil) {
    desk.guide.withLock { $0.refusals = (times, status, retryAfter) }
  }

  /// The status of a ticket.
  public func status(of number: Int) -> String? {
    desk.guide.withLock { $0.tickets.first { $0.number == number }?.status }
  }
}

private final class AlloyGuideDesk: HTTPHandler {
  let guide = Mutex(AlloyGuide())

  func handle(_ request: HTTPRequest, _ reply: HTTPReply) {
    let answer = guide.withLock { $0.answer(request) }
    reply.send(
      HTTPResponse(
        answer.status, headers: answer.headers,
        body: answer.json.map { Array(JSONPrinter.line($0).utf8) } ?? []))
  }
}
