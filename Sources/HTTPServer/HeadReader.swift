internal import CMicroHTTP
internal import Glibc

/// Collects the headers of a request, and sees what the library passed over in silence.
///
/// Version 0.9 takes a header with a zero byte, a folded line or a bare line feed as if nothing were
/// wrong with it. It leaves the head where it was received and only puts zeros at the ends of its
/// parts, so that parts that do not follow each other closely betray all three.
struct HeadReader {
  private(set) var headers: HTTPHeaders = [:]
  /// Where the next part must begin.
  private var next: UInt
  private(set) var isWhole: Bool

  /// Later versions refuse these themselves, and may lay the parts out in another way.
  private static let isLibraryLenient =
    MHD_get_version().map { String(cString: $0).hasPrefix("0.") } ?? true

  /// Begins with the parts of the first line; of the target where it was when it was told.
  init(
    method: UnsafePointer<CChar>, target: (place: UInt, length: Int),
    version: UnsafePointer<CChar>
  ) {
    let ends = [
      (UInt(bitPattern: method) + UInt(strlen(method)) + 1, target.place),
      (target.place + UInt(target.length) + 1, UInt(bitPattern: version)),
    ]
    isWhole = ends.allSatisfy { $0 == $1 }
    next = UInt(bitPattern: version) + UInt(strlen(version)) + Self.lineEnd
    headers.reserve(8)
  }

  private static let lineEnd: UInt = 2

  mutating func read(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) {
    if UInt(bitPattern: name.baseAddress) != next { isWhole = false }
    next = UInt(bitPattern: value.baseAddress) + UInt(value.count) + Self.lineEnd
    let trailing = value.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    headers.add(
      String(decoding: name, as: UTF8.self),
      String(decoding: value.dropLast(trailing), as: UTF8.self))
  }

  /// Whether the parts fill the whole head.
  func isWhole(from method: UnsafePointer<CChar>, size: Int) -> Bool {
    guard Self.isLibraryLenient else { return true }
    return isWhole && next + Self.lineEnd == UInt(bitPattern: method) + UInt(size)
  }
}
