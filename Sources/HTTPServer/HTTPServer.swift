internal import Glibc
internal import Synchronization

/// The files with which a server proves who it is.
public struct HTTPCertificate: Hashable, Sendable {
  /// The path of the certificate and those above it, as PEM.
  public var certificate: String
  /// The path of its key, as PEM.
  public var key: String

  /// The paths of both.
  public init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }
}

/// A server of HTTP/1.1 at one address, until it is stopped.
public final class HTTPServer: Sendable {
  /// Where it listens, with the port that was free if it was left open.
  public let address: HTTPAddress

  private let listener: Listener
  private let signals: [LoopSignal]
  private let threads: Mutex<[pthread_t]>

  /// Starts to listen and to serve; with a certificate TLS is spoken, and nothing else.
  ///
  /// - Throws: A fault if it cannot listen there, or the files of the certificate do not fit.
  public init(
    at address: HTTPAddress, limits: HTTPLimits = HTTPLimits(),
    certificate: HTTPCertificate? = nil, handler: any HTTPHandler
  ) throws(HTTPFault) {
    var identity: TLSIdentity?
    if let certificate { identity = try TLSIdentity(certificate) }
    listener = try Listener(at: address)
    self.address = listener.address
    let settings = LoopSettings(limits: limits, identity: identity)
    let peers = PeerCounts(limits)
    do throws(HTTPFault) {
      var loops: [Loop] = []
      for _ in 0..<max(limits.threads, 1) {
        loops.append(
          try Loop(settings, handler: handler, listener: listener.socket, peers: peers))
      }
      signals = loops.map(\.signal)
      for loop in loops { loop.siblings = signals }
      threads = Mutex(try Self.start(loops))
    } catch {
      listener.refuse()
      listener.close()
      throw error
    }
  }

  deinit {
    stop(within: 0)
  }

  /// Takes nobody more, gives what runs some time to end, and ends the rest.
  ///
  /// It returns when everything has ended. Event streams end at once, others when they are answered.
  public func stop(within milliseconds: Int) {
    let running = threads.withLock { threads in
      defer { threads = [] }
      return threads
    }
    guard !running.isEmpty else { return }
    listener.refuse()
    for signal in signals { signal.stop(within: milliseconds) }
    for thread in running { pthread_join(thread, nil) }
    listener.close()
  }

  private static func start(_ loops: [Loop]) throws(HTTPFault) -> [pthread_t] {
    var threads: [pthread_t] = []
    for loop in loops {
      let context = Unmanaged.passRetained(loop)
      var thread = pthread_t()
      let code = pthread_create(&thread, nil, runLoop, context.toOpaque())
      guard code == 0 else {
        context.release()
        for started in loops[..<threads.count] { started.signal.stop(within: 0) }
        for thread in threads { pthread_join(thread, nil) }
        throw .failed(String(cString: strerror(code)))
      }
      threads.append(thread)
    }
    return threads
  }
}

/// The thread of a loop.
private func runLoop(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  // Signals are the program's; a client that hangs up is none.
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
  if let context { Unmanaged<Loop>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
