/// One thing that can be set on the command line, in the environment, or in the file of settings.
enum Setting: String, CaseIterable, Hashable {
  case database = "db"
  case listen
  case socket
  case registration
  case certificate = "tls-cert"
  case key = "tls-key"
  case log

  /// The name of its option, without the dashes.
  var option: String { rawValue }

  /// Its name in the file of settings.
  var member: String {
    switch self {
    case .certificate: "tls_cert"
    case .key: "tls_key"
    default: rawValue
    }
  }

  /// The variables that set it, the first that is there counts.
  ///
  /// Source: Alloy, “Configuration”, for its own.
  var variables: [String] {
    switch self {
    case .database: ["SLUICED_DB"]
    case .listen: ["SLUICED_LISTEN"]
    case .socket: ["SLUICED_SOCKET"]
    case .registration: ["SLUICED_REGISTRATION", "ALLOY_REGISTRATION"]
    case .certificate: ["SLUICED_TLS_CERT"]
    case .key: ["SLUICED_TLS_KEY"]
    case .log: ["SLUICED_LOG"]
    }
  }

  /// What stands for its value in help.
  var placeholder: String {
    switch self {
    case .database, .certificate, .key: "FILE"
    case .listen: "HOST:PORT"
    case .socket: "PATH"
    case .registration: "MODE"
    case .log: "text|json"
    }
  }

  /// What it is for.
  var summary: String {
    switch self {
    case .database: "the database, made if it is not there; no default"
    case .listen: "where to listen, by default 127.0.0.1:3000; none for nowhere"
    case .socket: "a Unix socket to listen at, where the user of the caller is who they are"
    case .registration: "open, invite_only (the default) or disabled: who may register"
    case .certificate: "the certificate as PEM; TLS is spoken then, and nothing else"
    case .key: "the key of the certificate as PEM"
    case .log: "how log lines are written, by default as text"
    }
  }
}
