internal import HTTPServer
internal import SluiceCore

/// What a handler answers when it did what was asked.
struct Answer: Hashable, Sendable {
  enum Body: Hashable, Sendable {
    case none
    case json(JSONValue)
    case bytes([UInt8], type: String)
  }

  var status: Int
  var body: Body
  var headers: HTTPHeaders = [:]

  static func ok(_ value: JSONValue) -> Answer {
    Answer(status: 200, body: .json(value))
  }

  /// JSON that is written already.
  static func written(_ json: JSONBytes, status: Int = 200) -> Answer {
    Answer(status: status, body: .bytes(json.bytes, type: "application/json"))
  }

  static func created(_ value: JSONValue) -> Answer {
    Answer(status: 201, body: .json(value))
  }

  static let noContent = Answer(status: 204, body: .none)

  /// The answer with the version of what it shows, for `If-Match`.
  func tagged(_ version: Int) -> Answer {
    var answer = self
    answer.headers.add("ETag", "\"\(version)\"")
    return answer
  }
}
