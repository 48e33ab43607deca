/// How a session connects, and how long it waits.
///
/// Times are milliseconds, sizes bytes.
public struct WebOptions: Hashable, Sendable {
  /// A file of certificates, as PEM, that are trusted in place of the system's.
  public var authorities: String?
  /// Whether another machine may be called without TLS, where everyone on the way reads along.
  public var allowsPlainHTTP = false
  /// The longest wait for a connection.
  public var connectLimit = 5_000
  /// How long a connection lives of whose other end nothing is heard although something was sent.
  ///
  /// `nil` leaves it to the system, which may take a quarter of an hour. An idle connection is asked as often
  /// whether it stands.
  public var lossLimit: Int?
  /// The longest wait for a whole answer.
  public var limit = 60_000
  /// The longest time within it in which no byte goes or comes, in whole seconds.
  public var stallLimit = 35_000
  /// The longest body of an answer.
  public var bodyLimit = 64 << 20
  /// The longest head of an answer.
  public var headLimit = 64 << 10
  /// The longest silence of a stream of events, comments included.
  public var silenceLimit = 45_000
  /// The longest event of a stream.
  public var eventLimit = 4 << 20

  /// The limits that suit a server of boards.
  public init() {}

  /// The limits for a program that shows how the line stands: it is soon known to be lost, and soon tried again.
  public static var attentive: WebOptions {
    var options = WebOptions()
    options.connectLimit = 2_000
    options.lossLimit = 3_000
    return options
  }
}
