internal import Glibc
internal import SluiceCore
internal import WebCall

/// Follows what happens at the server, on a thread of its own, and takes up the line again when it is lost.
struct Follower: Sendable {
  let transport: any RemoteTransport
  let line: Line
  /// By id or by its name in addresses.
  let organization: String

  /// Starts the thread, which ends soon after the line is hung up.
  func start() {
    let context = Unmanaged.passRetained(FollowerContext(follower: self))
    var thread = pthread_t()
    guard pthread_create(&thread, nil, runFollower, context.toOpaque()) == 0 else {
      context.release()
      line.giveUp("The system has no thread left to follow changes of others.")
      return
    }
    pthread_detach(thread)
  }

  fileprivate func run() {
    var backoff = Backoff()
    while !line.isHungUp {
      if follow() { backoff.reset() }
      if case .offline = line.link { return }
      line.stop.wait(atMost: backoff.next())
    }
  }

  /// Follows one stream to its end; whether it began at all.
  private func follow() -> Bool {
    var isOpen = false
    do throws(WebFault) {
      let reply = try transport.follow(
        request,
        opened: {
          isOpen = true
          line.open()
        }, take)
      if !isOpen { refuse(reply) }
    } catch {
      if !isOpen, !line.isHungUp { line.lose() }
    }
    return isOpen
  }

  private func take(_ event: ServerEvent) {
    guard event.name != "ready" else { return line.start(at: event.id) }
    line.hear(event.id, of: event.change)
  }

  private var request: WebRequest {
    var request = WebRequest(
      "GET", "/api/v1/events", query: [WebRequest.Field("org_id", organization)],
      headers: [WebRequest.Field("Accept", "text/event-stream")])
    if let id = line.lastID { request.headers.append(WebRequest.Field("Last-Event-ID", id)) }
    return request
  }

  /// What a refusal means: that the line should be tried later, or never.
  private func refuse(_ reply: WebReply) {
    switch reply.status {
    case 400...404: line.giveUp(EngineError(refusal: reply).message)
    default: line.lose()
    }
  }
}

extension ServerEvent {
  /// The number of the change that it is part of.
  fileprivate var change: Int64? {
    guard case .object(let members)? = try? JSONReader.read(SourceText(data)).value,
      case .number(let number)? = members["change"]
    else { return nil }
    return Int64(exactly: number)
  }
}

private final class FollowerContext: Sendable {
  let follower: Follower

  init(follower: Follower) {
    self.follower = follower
  }
}

private func runFollower(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  // Signals are the program's main thread's.
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
  if let context {
    Unmanaged<FollowerContext>.fromOpaque(context).takeRetainedValue().follower.run()
  }
  return nil
}
