internal import CMicroHTTP
internal import Glibc

/// One thread that serves connections.
///
/// The library is asked to do what is ready and never to wait: the waiting is done here, together with
/// new connections, readers that went away, deadlines and the stop. When as many connections are ready
/// as it takes from the kernel in one call, 128, libmicrohttpd 0.9.75 would wait for one more before it
/// serves them. Everything in a loop belongs to its thread; others reach it through `LoopSignal`,
/// `Answer` and `EventStream`.
final class Loop {
  let handler: any HTTPHandler
  let limits: HTTPLimits
  let signal: LoopSignal
  let peers: PeerCounts
  /// All loops of the server, this one among them.
  var siblings: [LoopSignal] = []
  let listener: Int32
  let isEncrypted: Bool
  var watch: Watch
  private(set) var daemon: OpaquePointer?
  /// The connections by their sockets.
  var connections: [Int32: Connection] = [:]
  /// The connection that the library is being given.
  var arrival: Connection?
  var now = Clock.milliseconds
  var nextTick = 0
  /// Whether the library is to have another turn at once.
  var owesTurn = false
  var stop = Stop.no

  enum Stop {
    case no
    /// What runs may end by itself until then.
    case draining(until: Int)
  }

  init(
    _ settings: LoopSettings, handler: any HTTPHandler, listener: Int32, peers: PeerCounts
  ) throws(HTTPFault) {
    self.handler = handler
    self.listener = listener
    self.peers = peers
    limits = settings.limits
    isEncrypted = settings.identity != nil
    signal = try LoopSignal()
    watch = try Watch()
    daemon = try startDaemon(settings.identity)
    guard watch.add(sluice_mhd_epoll(daemon), .library), watch.add(signal.descriptor, .signal),
      watch.add(listener, .listener)
    else { throw .failed(Socket.reason) }
  }

  deinit {
    if daemon != nil { MHD_stop_daemon(daemon) }
    watch.close()
  }

  private func startDaemon(_ identity: TLSIdentity?) throws(HTTPFault) -> OpaquePointer {
    let callbacks = sluice_mhd_callbacks(
      serve: serveRequest, open: openRequest, close: closeRequest, notify: notifyConnection)
    // Requests and the head of their answers share one piece of memory.
    let memory = max(limits.head, 1_024) * 2
    let context = Unmanaged.passUnretained(self).toOpaque()
    // Connections are counted here, so that those beyond the limit are told so.
    let count = UInt32(clamping: limits.connections + 64)
    guard
      let daemon = sluice_mhd_start(
        callbacks, context, memory, count, identity?.certificate, identity?.key)
    else {
      if identity != nil { throw .badCertificate("the certificate and the key do not fit") }
      throw .failed(Socket.reason)
    }
    return daemon
  }

  /// Serves until it is stopped.
  func run() {
    while true {
      let events = watch.wait(milliseconds: patience)
      now = Clock.milliseconds
      for event in events { react(to: event) }
      owesTurn = false
      MHD_run(daemon)
      if now >= nextTick { tick() }
      if isStopping, isDrained { break }
    }
    breakOff()
  }

  /// Ends what the library keeps; no connection may sleep.
  func stopDaemon() {
    MHD_stop_daemon(daemon)
    daemon = nil
  }

  /// How long there may be nothing to do.
  private var patience: Int {
    if owesTurn || sluice_mhd_has_work(daemon) != 0 { return 0 }
    if connections.isEmpty, watch.isListening { return -1 }
    return max(nextTick - now, 0)
  }

  private func react(to event: Watch.Event) {
    switch event {
    case .library: break
    case .signal:
      let message = signal.take()
      for visitor in message.visitors { begin(with: visitor) }
      if let time = message.time { drain(within: time) }
    case .listener: accept()
    case .reader(let socket):
      if case .streaming(let stream)? = connections[socket]?.phase { stream.close() }
    }
  }
}
