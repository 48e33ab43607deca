/// What is done about those who take too long.
extension Loop {
  /// Looks at every deadline and at every stream.
  func tick() {
    nextTick = now + limits.tick
    if !watch.isListening, !isStopping { watch.isListening = watch.add(listener, .listener) }
    for connection in connections.values {
      if case .streaming(let stream) = connection.phase { look(after: stream, connection) }
      if connection.deadline <= now { reap(connection) }
    }
  }

  private func look(after stream: EventStream, _ connection: Connection) {
    stream.beat(after: limits.heartbeat, now: now)
    guard !stream.isOpen, connection.deadline == .max else { return }
    // What it was given before may still be on its way to one who does not read.
    connection.deadline = stream.isClosed ? now : now + limits.departure
  }

  private func reap(_ connection: Connection) {
    // The library closes what is hung up; this is for what it does not notice at once.
    connection.deadline = now + limits.tick
    switch connection.phase {
    case .answering: connection.exchange?.giveUp(.unanswered)
    case .fresh, .arriving:
      let words = isEncrypted ? [] : handler.response(to: .slow).lastWords
      Socket.hangUp(connection.socket, saying: words)
    case .idle, .departing, .streaming: Socket.hangUp(connection.socket)
    }
  }
}
