import Testing

@testable import WebCall

@Suite struct WebCallTests {
  @Test func onlyThisMachineIsCalledWithoutTLS() {
    for address in [
      "https://api.example.org/v1", "http://127.0.0.1:8080/x", "http://127.8.9.1",
      "http://localhost/", "http://[::1]:80/x",
    ] {
      #expect(WebAddress.isAllowed(address), "\(address)")
    }
    for address in [
      "http://api.example.org/", "http://127.example.org/", "http://127.0.0.1.example.org/",
      "http://localhost.example.org", "http://127.0.0.1:80@example.org/",
      "http://127.0.0.1\\@example.org", "http://[::1]x/", "http://128.0.0.1/", "ftp://127.0.0.1/",
      "HTTP://127.0.0.1/", "file:///etc/passwd",
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
