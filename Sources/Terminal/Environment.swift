import Glibc

/// The environment variables a terminal is described by.
enum Environment {
  /// The value, empty if unset (`getenv`).
  static func value(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}
