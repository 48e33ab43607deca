internal import Synchronization

/// Requests to one server over connections that are kept alive.
///
/// Any thread may send; each request has a connection of its own while it runs. Certificates are checked, no
/// redirect is followed, and a proxy of the environment is never asked about this machine.
public final class WebSession: Sendable {
  /// Where the requests go.
  public let origin: WebOrigin
  /// How it connects, and how long it waits.
  public let options: WebOptions

  private let idle = Mutex<[WebHandle]>([])
  private let stop = WebStop()

  /// A session that connects when it is first used.
  ///
  /// - Throws: `forbiddenAddress` for an address to which no secret may be sent.
  public init(_ origin: WebOrigin, _ options: WebOptions = WebOptions()) throws(WebFault) {
    try origin.check(allowingPlainHTTP: options.allowsPlainHTTP)
    self.origin = origin
    self.options = options
  }

  /// Sends a request and waits for the whole answer, whatever its status.
  ///
  /// - Throws: A fault that tells whether the request may have been read: see `WebFault.isHarmless`.
  public func send(_ request: WebRequest) throws(WebFault) -> WebReply {
    guard request.isWellFormed else { throw .malformedRequest }
    let handle = try take()
    defer { giveBack(handle) }
    let exchange = WebExchange(request, options: options)
    try handle.run(exchange, to: origin, options, stop)
    return exchange.reply
  }

  /// A stream of events from the same server, over a connection of its own.
  public func eventStream() -> WebEventStream {
    WebEventStream(origin, options)
  }

  /// Ends every wait for an answer with `cancelled`, from any thread; nothing is sent any more.
  public func close() {
    stop.stop()
    idle.withLock { $0 = [] }
  }

  private func take() throws(WebFault) -> WebHandle {
    if let handle = idle.withLock({ $0.popLast() }) { return handle }
    return try WebHandle()
  }

  private func giveBack(_ handle: WebHandle) {
    idle.withLock { idle in
      if idle.count < Self.mostIdle, !stop.isStopped { idle.append(handle) }
    }
  }

  /// A board has a thread for its work and one that follows others.
  private static let mostIdle = 4
}
