/// Why a call got no answer.
public enum WebFault: Error, Hashable, Sendable {
  /// There is no libcurl on this machine.
  case noLibrary
  /// The address is not one that is called: not of the web, or open to readers on the way.
  case forbiddenAddress
  /// Nobody answered in time.
  case timedOut
  /// The server could not prove who it is.
  case untrusted(String)
  /// The server was not reached, or broke off; in the words of the library.
  case failed(String)
}
