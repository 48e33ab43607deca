import HTTPServer

/// The two requests that are measured.
enum ServeRequest {
  /// Asks for a ticket.
  static func ticket(_ id: String, _ token: String) -> HTTPRequest {
    HTTPRequest(
      method: "GET", path: "/api/v1/tickets/\(id)", segments: ["api", "v1", "tickets", id],
      headers: ["Host": "localhost", "Authorization": "Bearer \(token)"])
  }

  /// Moves a ticket to another status.
  static func transition(_ id: String, to status: String, _ token: String) -> HTTPRequest {
    HTTPRequest(
      method: "POST", path: "/api/v1/tickets/\(id)/transition",
      segments: ["api", "v1", "tickets", id, "transition"],
      headers: [
        "Host": "localhost", "Authorization": "Bearer \(token)",
        "Content-Type": "application/json",
      ], body: Array("{\"to_status\":\"\(status)\"}".utf8))
  }
}

extension HTTPRequest {
  /// The request as it goes over the wire.
  var text: String {
    var text = "\(method) \(path) HTTP/1.1\r\n"
    for field in headers.fields { text += "\(field.name): \(field.value)\r\n" }
    if !body.isEmpty { text += "Content-Length: \(body.count)\r\n" }
    return text + "\r\n" + String(decoding: body, as: UTF8.self)
  }
}
