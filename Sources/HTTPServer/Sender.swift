internal import CMicroHTTP

/// Hands answers to the library.
struct Sender {
  let connection: Connection
  /// Whether only the headers are asked for.
  let isHead: Bool

  func send(_ response: HTTPResponse, on handle: OpaquePointer) -> MHD_Result {
    guard let made = make(response, handle) else { return .NO }
    defer { MHD_destroy_response(made) }
    for field in response.headers.fields where field.isSendable {
      field.add(to: made)
    }
    if mustClose(response) { MHD_add_response_header(made, "Connection", "close") }
    return MHD_queue_response(handle, UInt32(clamping: response.status), made)
  }

  private func make(_ response: HTTPResponse, _ handle: OpaquePointer) -> OpaquePointer? {
    switch response.body {
    case .bytes(let bytes):
      connection.enter(.departing)
      return Self.make(bytes)
    case .stream(let stream) where isHead:
      stream.close()
      connection.enter(.departing)
      return Self.make([])
    case .stream(let stream):
      connection.enter(.streaming(stream))
      connection.loop.attend(connection, stream)
      let writer = StreamWriter(stream, Sleeper(handle, connection.loop.signal))
      return MHD_create_response_from_callback(
        sluice_mhd_unknown_size, 1_024, fillStream, Unmanaged.passRetained(writer).toOpaque(),
        releaseStream)
    }
  }

  private static func make(_ bytes: [UInt8]) -> OpaquePointer? {
    bytes.withUnsafeBytes { bytes in
      MHD_create_response_from_buffer(
        bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress),
        .RESPMEM_MUST_COPY)
    }
  }

  private func mustClose(_ response: HTTPResponse) -> Bool {
    if case .stream = response.body, !isHead { return true }
    return connection.loop.isStopping
  }
}

extension HTTPHeaders.Field {
  /// Lends its texts to the library; as arguments they would be copied first.
  fileprivate func add(to response: OpaquePointer) {
    name.withCString { name in
      _ = value.withCString { MHD_add_response_header(response, name, $0) }
    }
  }
}

/// A stream and the connection it is written to.
final class StreamWriter {
  let stream: EventStream
  let sleeper: Sleeper

  init(_ stream: EventStream, _ sleeper: Sleeper) {
    self.stream = stream
    self.sleeper = sleeper
  }
}
