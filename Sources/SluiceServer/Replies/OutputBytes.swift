/// Bytes that grow at their end.
///
/// A list of bytes is asked anew with each addition whether it is its only owner and has room; for the many
/// small parts of a reply that takes longer than to copy them.
struct OutputBytes {
  private var storage: [UInt8]
  private var count = 0

  init(room: Int = 1_024) {
    storage = [UInt8](repeating: 0, count: room)
  }

  var bytes: [UInt8] { Array(storage[..<count]) }

  mutating func put(_ byte: UInt8) {
    if count == storage.count { grow(by: 1) }
    storage[count] = byte
    count += 1
  }

  mutating func put(_ part: UnsafeBufferPointer<UInt8>) {
    put(atMost: part.count) { room in
      UnsafeMutableRawBufferPointer(room).copyMemory(from: UnsafeRawBufferPointer(part))
      return part.count
    }
  }

  mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }

  /// Lends room for so many bytes to someone who writes them and tells how many they were.
  @inline(__always)
  mutating func put(atMost length: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    if storage.count - count < length { grow(by: length) }
    let (start, end) = (count, count + length)
    count += storage.withUnsafeMutableBufferPointer {
      write(UnsafeMutableBufferPointer(rebasing: $0[start..<end]))
    }
  }

  private mutating func grow(by length: Int) {
    storage += [UInt8](repeating: 0, count: max(length, storage.count))
  }
}
