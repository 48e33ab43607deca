internal import CMicroHTTP

/// The end of a loop. The library must not be stopped while a connection sleeps.
extension Loop {
  var isStopping: Bool {
    if case .draining = stop { true } else { false }
  }

  /// Takes nobody more, ends what has no end, and lets the rest end by itself.
  func drain(within time: Int) {
    guard !isStopping else { return }
    stop = .draining(until: now + time)
    watch.remove(listener)
    watch.isListening = false
    for connection in connections.values {
      if case .streaming(let stream) = connection.phase { stream.finish() }
    }
    // What was sent before the stop is read first.
    nextTick = now + Self.stoppingTick
  }

  private static let stoppingTick = 10

  /// Whether nobody is left, or has to go.
  var isDrained: Bool {
    guard case .draining(let end) = stop else { return false }
    nextTick = min(nextTick, now + Self.stoppingTick)
    for connection in connections.values {
      switch connection.phase {
      case .fresh, .idle: Socket.hangUp(connection.socket)
      case .arriving, .answering, .departing, .streaming: break
      }
    }
    return connections.isEmpty || now >= end
  }

  /// Wakes every connection that sleeps, closes all, and stops the library.
  func breakOff() {
    for visitor in signal.close() { dismiss(visitor) }
    for connection in connections.values {
      switch connection.phase {
      case .streaming(let stream): stream.close()
      case .answering: connection.exchange?.giveUp(.stopping)
      case .fresh, .idle, .arriving, .departing: break
      }
    }
    // Once to wake and answer, once more to send; from here on nothing falls asleep again.
    for _ in 0..<3 { MHD_run(daemon) }
    for connection in connections.values { Socket.hangUp(connection.socket) }
    MHD_run(daemon)
    stopDaemon()
  }
}
