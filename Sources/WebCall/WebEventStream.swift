/// Server-sent events, read by a thread that does nothing else and costs nothing while none come.
public final class WebEventStream: Sendable {
  private let origin: WebOrigin
  private let options: WebOptions
  private let stop = WebStop()

  init(_ origin: WebOrigin, _ options: WebOptions) {
    self.origin = origin
    self.options = options
  }

  /// Hands over events as they come, until the server ends the stream.
  ///
  /// `opened` is called once, when the server has agreed. An answer other than a stream of events is returned
  /// with its body; after a stream the body is empty.
  ///
  /// - Throws: `silent` when not even a comment came for too long, `cancelled` after `cancel`, and what
  ///   `WebSession.send` throws.
  public func read(
    _ request: WebRequest, opened: () -> Void = {}, _ take: (ServerEvent) -> Void
  ) throws(WebFault) -> WebReply {
    guard request.isWellFormed else { throw .malformedRequest }
    let handle = try WebHandle()
    let exchange = WebExchange(request, options: options, isStream: true)
    var parser = EventParser(limit: options.eventLimit)
    var isOpen = false
    try handle.run(exchange, to: origin, options, stop) { () throws(WebFault) in
      guard exchange.carriesEvents else { return }
      if !isOpen {
        isOpen = true
        opened()
      }
      for event in try parser.read(exchange.takeBody()) { take(event) }
    }
    return exchange.reply
  }

  /// Ends the reading at once, from any thread, and for good.
  public func cancel() {
    stop.stop()
  }
}
