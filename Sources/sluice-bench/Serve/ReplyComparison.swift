import Glibc
import SluiceCore

/// Holds what the server answers against what the server in C answers, byte for byte.
struct ReplyComparison {
  let file: ServedFile
  let other: ServedFile

  /// How many tickets are looked at.
  private static let count = 50

  /// What differs; empty if nothing does.
  func difference() throws(BenchError) -> [String] {
    defer { other.remove() }
    // The server in C has the copy of the other, which was made of the same file and differs in its token.
    let ours = try ServingProcess.ours(file)
    let theirs = try ServingProcess.inC(other)
    let pair = (try PlainConnection(port: ours.port), try PlainConnection(port: theirs.port))
    for (index, move) in file.moves.prefix(Self.count).enumerated() {
      let id = "\(move.ticket)"
      let status = move.there.name
      for (name, request) in [
        ("ticket", { (token: String) in ServeRequest.ticket(id, token) }),
        ("transition", { ServeRequest.transition(id, to: status, $0) }),
        ("ticket", { ServeRequest.ticket(id, $0) }),
        ("transition", { ServeRequest.transition(id, to: move.here.name, $0) }),
      ] {
        let mine = try pair.0.ask(request(file.token))
        let others = try pair.1.ask(request(other.token))
        guard mine.status == others.status, mine.status == 200,
          Self.comparable(mine.body) == Self.comparable(others.body)
        else {
          return [
            "\(name) \(index + 1): \(mine.status) \(String(decoding: mine.body, as: UTF8.self))"
              + " and \(others.status) \(String(decoding: others.body, as: UTF8.self))"
          ]
        }
      }
    }
    return []
  }

  /// A body without the moments at which it was changed just now.
  private static func comparable(_ body: [UInt8]) -> String {
    var text = String(decoding: body, as: UTF8.self)
    for name in ["entered_at", "updated_at"] {
      let parts = text.split(separator: "\"\(name)\":\"", maxSplits: 1)
      guard parts.count == 2 else { continue }
      text = String(parts[0]) + parts[1].drop { $0 != "\"" }
    }
    return text
  }
}
