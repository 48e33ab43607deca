internal import Synchronization

/// The way back to whoever sent a request.
///
/// One that is let go without an answer answers with 500, so that nobody waits in vain.
public final class HTTPReply: Sendable {
  private enum Way: Sendable {
    case connection(Answer)
    case function(OneCall)
  }

  private let way: Way

  init(_ answer: Answer) {
    way = .connection(answer)
  }

  /// A reply without a connection: the answer is given to a function, as for a test of a handler.
  public init(_ deliver: @escaping @Sendable (HTTPResponse) -> Void) {
    way = .function(OneCall(deliver))
  }

  deinit {
    switch way {
    case .connection(let answer): answer.giveForgotten()
    case .function(let call): call.run(HTTPResponse(.forgotten))
    }
  }

  /// Answers; the first answer counts, and what comes when the client is gone is dropped.
  public func send(_ response: HTTPResponse) {
    switch way {
    case .connection(let answer): answer.give(response)
    case .function(let call): call.run(response)
    }
  }
}

/// A function that is called once.
private final class OneCall: Sendable {
  private let function: Mutex<(@Sendable (HTTPResponse) -> Void)?>

  init(_ function: @escaping @Sendable (HTTPResponse) -> Void) {
    self.function = Mutex(function)
  }

  func run(_ response: HTTPResponse) {
    let function = function.withLock { function in
      defer { function = nil }
      return function
    }
    function?(response)
  }
}
