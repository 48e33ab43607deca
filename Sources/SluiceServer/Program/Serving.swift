internal import Glibc
internal import HTTPServer
internal import ProviderCalls
internal import SluiceCore
internal import SluiceEngine

/// A run of the server, from its start until a signal stops it.
struct Serving {
  private let settings: Settings
  private let signals = StopSignals()
  private let log: Log

  /// How long what runs has to end, in milliseconds; with the rest it stays within five seconds.
  private static let patience = 3_500

  init(_ settings: Settings) {
    self.settings = settings
    log = Log(isJSON: settings.isLogJSON, now: LocalEngine.systemTime)
  }

  func run() throws(StartFailure) {
    let engine = try starting { () throws(EngineError) in
      try LocalEngine(path: settings.database, probe: EndpointProbe.call)
    }
    let lock = try FileLock(besideDatabase: engine.path)
    let server = try Server(engine, registration: settings.registration, log: log)
    let listeners: [HTTPServer]
    do {
      listeners = try listen(server)
    } catch {
      server.close()
      throw error
    }
    note(listeners, engine)
    let signal = signals.wait()
    log.note("stop", [LogField("signal", signal)])
    stop(listeners, server)
    log.note("stopped")
    _ = consume lock
  }

  private func listen(_ server: Server) throws(StartFailure) -> [HTTPServer] {
    var listeners: [HTTPServer] = []
    do throws(HTTPFault) {
      if let address = settings.address {
        listeners.append(
          try HTTPServer(
            at: address, certificate: settings.certificate, handler: server.service))
      }
      if let socket = settings.socket {
        listeners.append(
          try HTTPServer(at: .unix(path: socket, mode: 0o660), handler: server.service))
      }
      return listeners
    } catch {
      for listener in listeners { listener.stop(within: 0) }
      throw StartFailure(error)
    }
  }

  private func note(_ listeners: [HTTPServer], _ engine: LocalEngine) {
    let addresses = listeners.map { listener in
      LogField(
        listener.address.isUnix ? "socket" : "address", listener.address.description)
    }
    log.note(
      "start",
      [LogField("version", ServerVersion.number)] + addresses + [
        LogField("database", engine.path),
        LogField("registration", settings.registration.rawValue),
        LogField("tls", settings.certificate == nil ? "off" : "on"),
        LogField("process", Int(getpid())),
      ])
  }

  /// Takes nobody more, ends the streams, and answers what has begun.
  private func stop(_ listeners: [HTTPServer], _ server: Server) {
    server.parts.hub.close()
    let threads = listeners.map { listener in
      WorkThread { listener.stop(within: Self.patience) }
    }
    for (thread, listener) in zip(threads, listeners) {
      if let thread { thread.join() } else { listener.stop(within: Self.patience) }
    }
    server.close()
  }
}

extension HTTPAddress {
  fileprivate var isUnix: Bool {
    if case .unix = self { true } else { false }
  }
}
