import Testing

@testable import HTTPServer

@Suite struct RequestHeadTests {
  private func framing(
    _ headers: HTTPHeaders, method: String = "POST", version: String = "HTTP/1.1"
  ) throws -> RequestHead.Framing {
    try RequestHead(method: method, version: version, headers: headers).framing()
  }

  private func refusal(
    _ headers: HTTPHeaders, method: String = "POST", version: String = "HTTP/1.1"
  ) -> Int? {
    do {
      _ = try RequestHead(method: method, version: version, headers: headers).framing()
      return nil
    } catch {
      return error.status
    }
  }

  @Test func `the length of a body is known before it is read`() throws {
    #expect(try framing(["Host": "x"]) == .length(0))
    #expect(try framing(["Host": "x", "Content-Length": "12"]) == .length(12))
    #expect(try framing(["Host": "x", "Transfer-Encoding": "Chunked"]) == .chunks)
    #expect(try framing([:], version: "HTTP/1.0") == .length(0))
    #expect(try framing(["Host": "[::1]:3000", "Expect": "100-Continue"]) == .length(0))
  }

  @Test func `what two readers would frame differently is refused`() {
    #expect(refusal(["Host": "x", "Content-Length": "1", "Transfer-Encoding": "chunked"]) == 400)
    #expect(refusal(["Host": "x", "Content-Length": "1", "content-length": "1"]) == 400)
    #expect(
      refusal(["Host": "x", "Transfer-Encoding": "chunked", "transfer-encoding": "chunked"]) == 400)
    for length in ["", "+1", "-1", "1,1", "0x1", "1 1", "99999999999999999999", "١"] {
      #expect(refusal(["Host": "x", "Content-Length": length]) == 400, "\(length)")
    }
    #expect(refusal(["Host": "x", "Transfer-Encoding": "gzip, chunked"]) == 501)
    #expect(refusal(["Host": "x", "Transfer-Encoding": "identity"]) == 501)
    #expect(refusal(["Transfer-Encoding": "chunked"], version: "HTTP/1.0") == 400)
  }

  @Test func `one host is named, and it is one`() {
    #expect(refusal([:]) == 400)
    #expect(refusal(["Host": "a", "host": "a"]) == 400)
    for host in ["a b", "a,b", "a/b", "u@a", "a?b", "a#b", "a\\b"] {
      #expect(refusal(["Host": host]) == 400, "\(host)")
    }
  }

  @Test func `names are names and values are text`() {
    for name in ["", "X ", " X", "X\t", "X Y", "X(", "Ä", "X\u{1}"] {
      #expect(refusal(["Host": "x", name: "1"]) == 400, "\(name)")
    }
    for byte in (0x21..<0x7f).map({ String(UnicodeScalar(UInt8($0))) }) {
      let isName = byte.allSatisfy { $0.isLetter || $0.isNumber || "!#$%&'*+-.^_`|~".contains($0) }
      #expect((refusal(["Host": "x", "X\(byte)": "1"]) == nil) == isName, "\(byte)")
    }
    for value in ["\u{0}", "a\u{1}b", "a\rb", "a\u{7f}"] {
      #expect(refusal(["Host": "x", "X": value]) == 400, "\(value)")
    }
    #expect(refusal(["Host": "x", "X": "a\tb ä"]) == nil)
    #expect(refusal(["Host": "x"], method: "GE(T") == 400)
    #expect(refusal(["Host": "x"], version: "HTTP/2.0") == 505)
    #expect(refusal(["Host": "x", "Expect": "200-ok"]) == 417)
  }
}
