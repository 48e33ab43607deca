internal import CMicroHTTP
internal import Glibc

/// What a loop waits for.
struct Watch {
  enum Event: Equatable {
    /// The library has something to do.
    case library
    case signal
    case listener
    /// The client of a stream went away.
    case reader(Int32)
  }

  private let descriptor: Int32
  private var events: [epoll_event]
  /// Whether those who knock are waited for.
  var isListening = true

  init() throws(HTTPFault) {
    descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard descriptor >= 0 else { throw .failed(Socket.reason) }
    events = [epoll_event](repeating: epoll_event(), count: 64)
  }

  func close() {
    Glibc.close(descriptor)
  }

  @discardableResult
  func add(_ watched: Int32, _ event: Event) -> Bool {
    var entry = epoll_event()
    entry.data.u64 = Self.code(event)
    entry.events =
      switch event {
      case .library, .signal: EPOLLIN.rawValue
      // One thread of several is woken.
      case .listener: EPOLLIN.rawValue | EPOLLEXCLUSIVE.rawValue
      case .reader: EPOLLRDHUP.rawValue | EPOLLONESHOT.rawValue
      }
    return epoll_ctl(descriptor, EPOLL_CTL_ADD, watched, &entry) == 0
  }

  func remove(_ watched: Int32) {
    epoll_ctl(descriptor, EPOLL_CTL_DEL, watched, nil)
  }

  /// What happened; nothing if the time is over before.
  mutating func wait(milliseconds: Int) -> [Event] {
    let count = epoll_wait(
      descriptor, &events, Int32(events.count), Int32(clamping: milliseconds))
    guard count > 0 else { return [] }
    return events.prefix(Int(count)).map { Self.event($0.data.u64) }
  }

  private static func code(_ event: Event) -> UInt64 {
    switch event {
    case .library: 0
    case .signal: 1
    case .listener: 2
    case .reader(let socket): 1 << 32 | UInt64(UInt32(bitPattern: socket))
    }
  }

  private static func event(_ code: UInt64) -> Event {
    switch code {
    case 0: .library
    case 1: .signal
    case 2: .listener
    default: .reader(Int32(truncatingIfNeeded: code))
    }
  }
}
