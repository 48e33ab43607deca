/// Bytes that wait, in the pieces they came in: a piece is shared by all queues that it is in.
struct ByteQueue {
  private var pieces: [[UInt8]] = []
  /// The first piece that is not sent, and how much of it is.
  private var first = 0
  private var sent = 0
  /// How many bytes wait.
  private(set) var count = 0

  mutating func append(_ piece: [UInt8]) {
    guard !piece.isEmpty else { return }
    pieces.append(piece)
    count += piece.count
  }

  /// Moves as much as there is room for.
  mutating func move(to buffer: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while first < pieces.count, filled < buffer.count {
      let rest = pieces[first].count - sent
      let part = min(rest, buffer.count - filled)
      pieces[first].withUnsafeBytes { bytes in
        let source = UnsafeRawBufferPointer(rebasing: bytes[sent..<sent + part])
        UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + part])
          .copyMemory(from: source)
      }
      filled += part
      if part < rest {
        sent += part
      } else {
        pieces[first] = []
        first += 1
        sent = 0
      }
    }
    count -= filled
    forgetSent()
    return filled
  }

  private mutating func forgetSent() {
    if first == pieces.count {
      pieces.removeAll(keepingCapacity: pieces.count <= 16)
      first = 0
    } else if first > 64, first * 2 > pieces.count {
      pieces.removeFirst(first)
      first = 0
    }
  }
}
