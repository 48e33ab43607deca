/// The first line and the headers of a request, before they are trusted.
struct RequestHead: Equatable {
  var method: String
  var version: String
  var headers: HTTPHeaders

  /// How many bytes of body follow.
  enum Framing: Equatable {
    case length(Int)
    case chunks
  }

  /// Holds the head against what two readers of it would understand differently.
  ///
  /// What is refused here is what request smuggling is made of.
  func framing() throws(HTTPRefusal) -> Framing {
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      throw HTTPRefusal(status: 505, reason: "HTTP/1.1 is spoken here.")
    }
    guard !method.isEmpty, method.hasOnly(Self.isNameByte) else {
      throw .malformed("The method is not a name.")
    }
    try checkFields()
    try checkHost()
    if let expectation = headers["expect"], expectation.lowercased() != "100-continue" {
      throw HTTPRefusal(status: 417, reason: "Only 100-continue can be expected.")
    }
    return try length()
  }

  private func checkFields() throws(HTTPRefusal) {
    for field in headers.fields {
      guard !field.name.isEmpty, field.name.hasOnly(Self.isNameByte) else {
        throw .malformed("The name of a header is not a name.")
      }
      guard field.value.hasOnly({ $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }) else {
        throw .malformed("A header holds control bytes.")
      }
    }
  }

  private func checkHost() throws(HTTPRefusal) {
    guard headers.count(of: "host") <= 1 else { throw .malformed("There is more than one Host.") }
    guard let host = headers["host"] else {
      if version == "HTTP/1.1" { throw .malformed("A Host is missing.") }
      return
    }
    guard host.hasOnly(Self.isHostByte) else {
      throw .malformed("The Host is not a host.")
    }
  }

  private func length() throws(HTTPRefusal) -> Framing {
    let lengths = headers.count(of: "content-length")
    let codings = headers.count(of: "transfer-encoding")
    guard lengths <= 1 else { throw .malformed("There is more than one Content-Length.") }
    guard codings == 0 || lengths == 0 else {
      throw .malformed("Content-Length and Transfer-Encoding exclude each other.")
    }
    guard codings <= 1 else { throw .malformed("There is more than one Transfer-Encoding.") }
    if let coding = headers["transfer-encoding"] {
      guard version == "HTTP/1.1" else {
        throw .malformed("HTTP/1.0 knows no Transfer-Encoding.")
      }
      guard coding.lowercased() == "chunked" else {
        throw HTTPRefusal(status: 501, reason: "Chunked is the only Transfer-Encoding here.")
      }
      return .chunks
    }
    guard let text = headers["content-length"] else { return .length(0) }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let length = Int(text)
    else { throw .malformed("The Content-Length is not a number.") }
    return .length(length)
  }

  /// The bytes of a host and its port, without those that would make it many, or part of an address.
  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: "/"),
      UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "\\"):
      false
    default: true
    }
  }

  /// The bytes of a name of a method or a header (RFC 9110, token).
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "^")...UInt8(ascii: "`"),
      UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
