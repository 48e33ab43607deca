import Testing

@testable import HTTPServer

@Suite struct RequestTargetTests {
  private func target(_ text: String, _ method: String = "GET") -> RequestTarget? {
    RequestTarget(Array(text.utf8), method: method)
  }

  @Test func `each part of a path is decoded for itself`() {
    #expect(target("/")?.segments == [])
    #expect(target("/browse/OPS-42")?.segments == ["browse", "OPS-42"])
    #expect(target("/t%2F5/x")?.segments == ["t/5", "x"])
    #expect(target("/t%2F5/x")?.path == "/t%2F5/x")
    #expect(target("/caf%C3%A9/a+b/%2B")?.segments == ["café", "a+b", "+"])
    #expect(target("/a//b/")?.segments == ["a", "", "b", ""])
    #expect(target("/...")?.segments == ["..."])
  }

  @Test func `a query is a list of names and values`() {
    #expect(
      target("/t?a=1&b=two+words&c=%26%3D&d&e=x=y&a=2")?.query == [
        HTTPQueryItem("a", "1"), HTTPQueryItem("b", "two words"), HTTPQueryItem("c", "&="),
        HTTPQueryItem("d", ""), HTTPQueryItem("e", "x=y"), HTTPQueryItem("a", "2"),
      ])
    #expect(target("/t?")?.query == [])
    #expect(target("/t?&&")?.query == [])
  }

  @Test func `what a proxy is sent means the same`() {
    #expect(target("http://board.example.org:80/a/b?c=d") == target("/a/b?c=d"))
    #expect(target("HTTP://board.example.org/a")?.segments == ["a"])
    #expect(target("https://board.example.org")?.path == "/")
    #expect(target("http://board.example.org?x=1")?.query == [HTTPQueryItem("x", "1")])
    #expect(target("*", "OPTIONS")?.path == "*")
  }

  @Test func `tricks are refused`() {
    for text in [
      "", "*", "browse", "board.example.org:443", "ftp://x/", "//../x", "/./x", "/a/..",
      "/a/%2e%2E/b",
      "/%2e", "/.%2e/", "/a%00b", "/a%", "/a%2", "/a%zz", "/a%-1", "/%ff", "/%c3", "/a b", "/a\tb",
      "/a\u{0}b", "/a\u{7f}", "/ä", "/a#b", "/a%0Ab", "/a%7f", "/t?a=%", "/t?%00", "/t?a=%ff",
      "/t?a=\n",
    ] {
      #expect(target(text) == nil, "\(text)")
    }
  }
}
