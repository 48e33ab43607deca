/// Why a server did not start.
public enum HTTPFault: Error, Hashable, Sendable {
  /// The text is no place to listen at.
  case badAddress(String)
  /// Somebody else listens there, or something else lies there.
  case inUse(String)
  /// A file of the certificate cannot be read, or does not fit.
  case badCertificate(String)
  /// The system said no, in its own words.
  case failed(String)
}
