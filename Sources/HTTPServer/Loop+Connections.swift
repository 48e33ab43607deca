internal import CMicroHTTP
internal import Glibc

/// Connections that come and go.
extension Loop {
  /// Takes those who knock, but few at a time, so that those who are in are not forgotten over them.
  func accept() {
    for _ in 0..<16 {
      let socket = sluice_accept(listener)
      if socket >= 0 {
        admit(socket)
      } else if errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM {
        // The next tick listens again; until then this would be asked without end.
        watch.isListening = false
        watch.remove(listener)
        return
      } else if errno != EINTR && errno != ECONNABORTED {
        return
      }
    }
  }

  /// Lets in who may come in, for the thread that serves the fewest.
  private func admit(_ socket: Int32) {
    let visitor = Visitor(socket: socket, peer: Socket.peer(of: socket))
    guard peers.admit(visitor.peer) else {
      let words = isEncrypted ? [] : handler.response(to: .crowded).lastWords
      Socket.hangUp(socket, saying: words)
      close(socket)
      return
    }
    let least = siblings.min { $0.load < $1.load } ?? signal
    if least === signal || least.load == signal.load {
      begin(with: visitor)
    } else if !least.send(visitor) {
      dismiss(visitor)
    }
  }

  func dismiss(_ visitor: Visitor) {
    close(visitor.socket)
    peers.dismiss(visitor.peer)
  }

  func begin(with visitor: Visitor) {
    arrival = Connection(visitor.socket, visitor.peer, self)
    var address = sockaddr()
    address.sa_family = sa_family_t(AF_UNSPEC)
    MHD_add_connection(
      daemon, visitor.socket, &address, socklen_t(MemoryLayout<sockaddr>.size))
    // The library closes a socket that it does not take.
    if arrival != nil {
      arrival = nil
      peers.dismiss(visitor.peer)
    }
  }

  /// The library took the connection.
  func begin() -> Connection? {
    guard let connection = arrival else { return nil }
    arrival = nil
    if connections.isEmpty { nextTick = now + limits.tick }
    connections[connection.socket] = connection
    signal.load = connections.count
    return connection
  }

  /// The library is about to close the connection.
  func end(_ connection: Connection) {
    leave(connection)
    connections[connection.socket] = nil
    signal.load = connections.count
    peers.dismiss(connection.peer)
  }

  /// Looks after the reader of a stream: while nothing is sent, the library does not.
  func attend(_ connection: Connection, _ stream: EventStream) {
    stream.open(limit: limits.streamQueue)
    if isStopping { stream.finish() }
    watch.add(connection.socket, .reader(connection.socket))
    if case .address = connection.peer {
      // What is sent to a machine that is gone would otherwise be sent again for a quarter of an hour.
      Socket.set(
        TCP_USER_TIMEOUT, of: Int32(IPPROTO_TCP), to: Int32(clamping: limits.heartbeat * 2),
        on: connection.socket)
    }
  }

  /// Has the library look again at a connection whose stream is over.
  ///
  /// It closes such a connection, but sets its memory and its socket free only when it next looks at it.
  func sweep(_ handle: OpaquePointer) {
    sluice_mhd_look_again(handle)
    owesTurn = true
  }

  /// The stream of the connection, if it has one, is over.
  func leave(_ connection: Connection) {
    if case .streaming = connection.phase { watch.remove(connection.socket) }
  }
}
