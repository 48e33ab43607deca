import Testing

@testable import WebCall

@Suite struct WebCallTests {
  @Test func onlyThisMachineIsCalledWithoutTLS() {
    for address in [
      "https://api.example.org/v1", "http://127.0.0.1:8080/x", "http://127.8.9.1",
      "http://localhost/", "http://[::1]:80/x", "http://127.255.0.10:65535", "http://[::1]",
      "http://localhost:3000?x@example.org", "http://127.0.0.1#@example.org",
    ] {
      #expect(WebAddress.isAllowed(address), "\(address)")
    }
    for address in [
      "http://api.example.org/", "http://127.example.org/", "http://127.0.0.1.example.org/",
      "http://localhost.example.org", "http://127.0.0.1:80@example.org/",
      "http://127.0.0.1\\@example.org", "http://[::1]x/", "http://128.0.0.1/", "ftp://127.0.0.1/",
      "HTTP://127.0.0.1/", "file:///etc/passwd",
      // Numbers that readers of addresses do not agree about.
      "http://127.+0.0.1/", "http://+127.0.0.1/", "http://127.-0.0.1/", "http://127.0.0.01/",
      "http://0127.0.0.1/", "http://0x7f.1/", "http://0x7f.0.0.1/", "http://2130706433/",
      "http://127.1/", "http://127.0.0.256/", "http://127.0.0.1./", "http://127..0.1/",
      "http://127.0.0.١/", "http://127.0.0.1:+80/", "http://127.0.0.1:/", "http://127.0.0.1:65536/",
      // Names and passwords in front of another host, and names that only begin well.
      "http://localhost@example.org/", "http://localhost:80@example.org/",
      "http://127.0.0.1@example.org/", "http://a:b@localhost/", "http://localhost./",
      "http://localhost.", "http://LOCALHOST/", "http://[::1]@example.org/", "http://[::1%25lo]/",
      "http://[::ffff:127.0.0.1]/", "http://::1/", "http://127.0.0.1\t.example.org/",
      "http://127.0.0.1\n/", "http://127.0.0.1\u{0}.example.org/", "http://", "http:///", "",
    ] {
      #expect(!WebAddress.isAllowed(address), "\(address)")
    }
  }

  @Test func anAddressThatIsNotAllowedIsNotCalled() {
    #expect(throws: WebFault.forbiddenAddress) {
      try WebCall("http://api.example.org/", headers: [("Authorization", "Bearer x")]).status()
    }
  }

  @Test func nobodyThere() {
    // Port 1 of this machine: nobody listens there.
    #expect(throws: WebFault.self) { try WebCall("http://127.0.0.1:1/").status() }
  }
}
