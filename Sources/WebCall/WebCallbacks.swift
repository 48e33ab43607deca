internal import CCurl
internal import Glibc

// What the library calls. These lie at file scope, for a closure in a `main` would belong to the main
// actor and stop the program when it is called by another thread.

private func exchange(in context: UnsafeMutableRawPointer?) -> WebExchange? {
  context.map { Unmanaged<WebExchange>.fromOpaque($0).takeUnretainedValue() }
}

/// Some of the answer's body is here; another count than all of it ends the transfer.
func receiveBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let exchange = exchange(in: context) else { return 0 }
  let received = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return exchange.receive(received) ? received.count : 0
}

/// A line of the answer's head is here.
func receiveHead(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let exchange = exchange(in: context) else { return 0 }
  let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return exchange.receiveHead(line) ? line.count : 0
}

/// The next bytes of the request's body are wanted.
func giveBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  exchange(in: context)?.give(UnsafeMutableRawBufferPointer(start: bytes, count: size * count)) ?? 0
}
