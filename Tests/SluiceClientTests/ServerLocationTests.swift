import SluiceClient
import Testing

@Suite struct ServerLocationTests {
  @Test func `an address is read as people write it`() {
    #expect(ServerLocation("https://board.example//") == .web("https://board.example"))
    #expect(ServerLocation("http://127.0.0.1:3000/team") == .web("http://127.0.0.1:3000/team"))
    #expect(ServerLocation("unix:/run/s") == .socket("/run/s"))
    for text in ["https://board.example", "unix:s"] {
      #expect(ServerLocation(text)?.description == text)
    }
  }

  @Test(arguments: [
    "", "board.example", "ftp://board.example", "https://", "https:///", "http:///x", "unix:",
    "https://ann:secret@board.example", "https://board.example?a", "https://board.example/#a",
    "https://board.example x", "https://board.example\\x",
  ])
  func `what is not the address of a server is refused`(text: String) {
    #expect(ServerLocation(text) == nil)
  }
}
