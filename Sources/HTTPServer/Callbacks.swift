internal import CMicroHTTP
internal import Glibc

// What the library calls. These lie at file scope, for a closure in a `main` would belong to the main
// actor and stop the program when it is called by another thread.

private func connection(of handle: OpaquePointer?) -> Connection? {
  guard let handle, let context = sluice_mhd_context(handle) else { return nil }
  return Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
}

private func exchange(in context: UnsafeMutableRawPointer?) -> Exchange? {
  context.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
}

/// A connection begins or ends.
func notifyConnection(
  context: UnsafeMutableRawPointer?, handle: OpaquePointer?,
  slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  event: MHD_ConnectionNotificationCode
) {
  guard let context, let slot else { return }
  let loop = Unmanaged<Loop>.fromOpaque(context).takeUnretainedValue()
  if event == .CONNECTION_NOTIFY_STARTED {
    guard let connection = loop.begin() else { return }
    slot.pointee = Unmanaged.passRetained(connection).toOpaque()
  } else if let place = slot.pointee {
    slot.pointee = nil
    loop.end(Unmanaged<Connection>.fromOpaque(place).takeRetainedValue())
  }
}

/// The first line of a request is here; the target is as it was sent only now.
func openRequest(
  context: UnsafeMutableRawPointer?, target: UnsafePointer<CChar>?, handle: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let connection = connection(of: handle) else { return nil }
  let exchange = Exchange(connection, target)
  connection.exchange = exchange
  connection.enter(.arriving)
  return Unmanaged.passRetained(exchange).toOpaque()
}

/// A request goes on: its head is here, or some of its body, or all of it, or its answer.
func serveRequest(
  context: UnsafeMutableRawPointer?, handle: OpaquePointer?, path: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, bytes: UnsafePointer<CChar>?,
  count: UnsafeMutablePointer<Int>?, slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let handle, let method, let version, let count, let exchange = exchange(in: slot?.pointee)
  else { return .NO }
  if exchange.awaitsHead {
    return exchange.receiveHead(handle, method: method, version: version)
  }
  guard count.pointee > 0 else { return exchange.proceed(handle) }
  defer { count.pointee = 0 }
  return exchange.receive(UnsafeRawBufferPointer(start: bytes, count: count.pointee))
}

/// A request is over.
func closeRequest(
  context: UnsafeMutableRawPointer?, handle: OpaquePointer?,
  slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, reason: MHD_RequestTerminationCode
) {
  guard let place = slot?.pointee else { return }
  slot?.pointee = nil
  let exchange = Unmanaged<Exchange>.fromOpaque(place).takeRetainedValue()
  exchange.end()
  guard let handle, let connection = connection(of: handle) else { return }
  if case .streaming = connection.phase { connection.loop.sweep(handle) }
  connection.loop.leave(connection)
  connection.exchange = nil
  connection.enter(.idle)
}

/// A header of a request.
func readField(
  context: UnsafeMutableRawPointer?, kind: MHD_ValueKind, name: UnsafePointer<CChar>?,
  nameCount: Int, value: UnsafePointer<CChar>?, valueCount: Int
) -> MHD_Result {
  guard let reader = context?.assumingMemoryBound(to: HeadReader.self) else { return .NO }
  reader.pointee.read(
    name: UnsafeRawBufferPointer(start: name, count: nameCount),
    value: UnsafeRawBufferPointer(start: value, count: value == nil ? 0 : valueCount))
  return .YES
}

/// The connection of a stream has room.
func fillStream(
  context: UnsafeMutableRawPointer?, position: UInt64, bytes: UnsafeMutablePointer<CChar>?,
  count: Int
) -> Int {
  guard let context else { return sluice_mhd_break }
  let writer = Unmanaged<StreamWriter>.fromOpaque(context).takeUnretainedValue()
  let room = UnsafeMutableRawBufferPointer(start: bytes, count: count)
  return switch writer.stream.fill(room, of: writer.sleeper) {
  case .send(let count): count
  case .sleep: 0
  case .finish: sluice_mhd_end
  case .breakOff: sluice_mhd_break
  }
}

/// The response of a stream is no longer needed.
func releaseStream(context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<StreamWriter>.fromOpaque(context).release()
}
