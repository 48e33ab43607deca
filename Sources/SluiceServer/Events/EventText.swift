internal import SluiceAPI
internal import SluiceCore

/// Events as they are sent, in the form of server-sent events.
///
/// Source: HTML, “Server-sent events”.
enum EventText {
  /// One event, with its place in history as its id.
  static func bytes(of item: FeedItem) -> [UInt8] {
    let data = item.event.json.adding([
      "org_id": .string(item.organization.description),
      "project_id": .optional(item.project?.description),
      "ticket_id": .optional(item.ticket?.description),
    ])
    let head = "id: \(item.event.sequence)\nevent: \(item.event.body.kind.rawValue)\ndata: "
    return Array(head.utf8) + JSONBytes.write(data) + Array("\n\n".utf8)
  }

  /// The first thing that a follower is told: from where on they hear everything.
  static func start(at sequence: Int64) -> [UInt8] {
    Array("retry: 1000\nid: \(sequence)\nevent: ready\ndata: {\"sequence\":\(sequence)}\n\n".utf8)
  }

  /// Words for whoever reads the stream itself.
  static func comment(_ text: String) -> [UInt8] {
    Array(": \(text)\n\n".utf8)
  }
}
