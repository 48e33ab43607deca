/// Bytes that are no request, or one that is not to be trusted, and the status that they are worth.
struct MalformedRequest: Sendable {
  let name: String
  let bytes: String
  let status: Int

  init(_ name: String, _ status: Int, _ bytes: String) {
    (self.name, self.status, self.bytes) = (name, status, bytes)
  }

  /// Whether the server knows where it ends, and so listens on; of a body that is too long too, once it is read over.
  var isUnderstood: Bool { [404, 405].contains(status) || bytes.utf8.count > 1_000_000 }

  /// A request for `/health` with these lines beside its Host.
  private static func get(_ name: String, _ status: Int, _ lines: String) -> MalformedRequest {
    MalformedRequest(name, status, "GET /health HTTP/1.1\r\nHost: x\r\n\(lines)\r\n\r\n")
  }

  /// A login with these lines beside its Host, and this body.
  private static func post(
    _ name: String, _ status: Int, _ lines: String, _ body: String = ""
  ) -> MalformedRequest {
    MalformedRequest(
      name, status,
      "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "\(lines)\r\n\r\n\(body)")
  }

  /// A request for a target.
  private static func target(_ name: String, _ status: Int, _ target: String) -> MalformedRequest {
    MalformedRequest(name, status, "GET \(target) HTTP/1.1\r\nHost: x\r\n\r\n")
  }

  /// A first line with a Host.
  private static func line(_ name: String, _ status: Int, _ line: String) -> MalformedRequest {
    MalformedRequest(name, status, "\(line)\r\nHost: x\r\n\r\n")
  }

  static let all = lengths + chunks + hosts + headers + lines + targets + sizes

  private static let lengths = [
    post(
      "a length and chunks", 400, "Content-Length: 5\r\nTransfer-Encoding: chunked",
      "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"),
    post(
      "chunks and a length", 400, "Transfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n"),
    post("two lengths", 400, "Content-Length: 3\r\nContent-Length: 5", "abcde"),
    post("one length twice", 400, "Content-Length: 3\r\nContent-Length: 3", "abc"),
    post("a list of lengths", 400, "Content-Length: 3, 3", "abc"),
    post("a length with a sign", 400, "Content-Length: +3", "abc"),
    post("a length below nothing", 400, "Content-Length: -1"),
    post("a length in hexadecimal", 400, "Content-Length: 0x3", "abc"),
    post("an empty length", 400, "Content-Length:"),
    post("a length beyond all numbers", 413, "Content-Length: 99999999999999999999"),
    post("another coding", 501, "Transfer-Encoding: gzip, chunked", "0\r\n\r\n"),
    post("a coding in disguise", 501, "Transfer-Encoding: xchunked", "0\r\n\r\n"),
    post("an expectation", 417, "Expect: miracles\r\nContent-Length: 0"),
  ]

  private static let chunks =
    [
      ("no number", "x\r\n"), ("a negative number", "-1\r\n"), ("a prefix", "0x1\r\na\r\n"),
      ("a blank", "1 \r\na\r\n0\r\n\r\n"), ("a chunk that is longer", "2\r\nabc\r\n0\r\n\r\n"),
    ].map { post("in chunks: \($0.0)", 400, "Transfer-Encoding: chunked", $0.1) } + [
      post(
        "in chunks: a size beyond all numbers", 413, "Transfer-Encoding: chunked",
        "11111111111111111\r\na")
    ]

  private static let hosts = [
    MalformedRequest("no host", 400, "GET /health HTTP/1.1\r\n\r\n"),
    get("two hosts", 400, "Host: y"), get("one host twice", 400, "Host: x"),
    MalformedRequest("a list of hosts", 400, "GET /health HTTP/1.1\r\nHost: a, b\r\n\r\n"),
    MalformedRequest("a host with a path", 400, "GET /health HTTP/1.1\r\nHost: a/b\r\n\r\n"),
  ]

  private static let headers =
    [
      ("a blank before the colon", "X : 1"), ("a tab before the colon", "X\t: 1"),
      ("a length with a blank before the colon", "Content-Length : 3"),
      ("a blank before the name", " X: 1"), ("no name", ": 1"), ("a blank in the name", "X Y: 1"),
      ("a bracket in the name", "X(: 1"), ("NUL in the name", "X\u{0}: 1"), ("no colon", "X"),
      ("NUL in the value", "X: a\u{0}b"), ("a control byte in the value", "X: a\u{1}b"),
      ("a carriage return in the value", "X: a\rb"), ("DEL in the value", "X: a\u{7f}b"),
      ("a line that goes on", "X: a\r\n b"), ("a line that goes on after a tab", "X: a\r\n\tb"),
      ("a line feed alone", "X: a\nY: b"),
    ].map { get($0.0, 400, $0.1) } + [
      MalformedRequest(
        "a line feed alone after the first line", 400, "GET /health HTTP/1.1\nHost: x\r\n\r\n"),
      MalformedRequest(
        "a line feed alone at the end", 400, "GET /health HTTP/1.1\r\nHost: x\r\n\n"),
    ]

  private static let lines = [
    line("two blanks", 400, "GET  /health HTTP/1.1"),
    line("a blank in the target", 400, "GET /a b HTTP/1.1"),
    line("a blank at the end", 400, "GET /health HTTP/1.1 "),
    line("a bracket in the method", 400, "G(T /health HTTP/1.1"),
    line("NUL in the method", 400, "GET\u{0} /health HTTP/1.1"),
    line("NUL in the target", 400, "GET /health\u{0}x HTTP/1.1"),
    line("a version that is no more", 505, "GET /health HTTP/0.9"),
    line("a version to come", 505, "GET /health HTTP/2.0"),
    line("a version in small letters", 400, "GET /health http/1.1"),
    line("another protocol", 400, "GET /health FTP/1.1"),
    MalformedRequest("a line without a version", 400, "GET /health\r\n\r\n"),
    line("a tunnel", 400, "CONNECT example.org:443 HTTP/1.1"),
    line("an echo", 405, "TRACE /health HTTP/1.1"),
    line("an unknown method", 405, "BREW /health HTTP/1.1"),
    line("a method in small letters", 405, "get /health HTTP/1.1"),
  ]

  private static let targets =
    [
      ("dots", "/../etc/passwd"), ("dots at the end", "/api/.."), ("a dot", "/api/./v1"),
      ("encoded dots", "/%2e%2e/%2e%2e/etc/passwd"), ("an encoded dot", "/api/%2E/v1"),
      ("encoded NUL", "/health%00"), ("no hexadecimal digits", "/%zz"), ("half an escape", "/%2"),
      ("a long form of a dot", "/%c0%ae%c0%ae/x"), ("a fragment", "/health#x"),
      ("no slash", "health"), ("an escape in the query", "/health?a=%"),
      ("NUL in the query", "/health?a=%00"), ("letters beyond ASCII", "/hälth"),
    ].map { target($0.0, 400, $0.1) } + [
      target("an encoded slash parts nothing", 404, "/api%2Fv1%2Fauth%2Fme"),
      target("slashes are not made one", 404, "//health"),
    ]

  private static let sizes = [
    get("a header that is too long", 431, "X: " + String(repeating: "a", count: 17_000)),
    get(
      "too many headers", 431, String(repeating: "X: 1\r\n", count: 3_000) + "Y: 1"),
    target("a target that is too long", 431, "/" + String(repeating: "a", count: 17_000)),
    post(
      "a body that is too long", 413, "Content-Length: 1048577",
      String(repeating: " ", count: 1_048_577)),
    post("a body that nobody would read over", 413, "Content-Length: 99999999"),
    post(
      "a body that is too long, after asking", 413,
      "Content-Length: 99999999\r\nExpect: 100-continue"),
  ]
}
