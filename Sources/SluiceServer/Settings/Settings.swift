internal import HTTPServer

/// What a server is started with.
struct Settings: Equatable {
  /// Who may make an account.
  enum Registration: String, CaseIterable {
    case open
    case inviteOnly = "invite_only"
    case disabled
  }

  let database: String
  /// Where to listen on the network; `nil` for nowhere.
  let address: HTTPAddress?
  /// The Unix socket.
  let socket: String?
  let registration: Registration
  let certificate: HTTPCertificate?
  let isLogJSON: Bool

  /// The settings that values give, or the first of them that is not one.
  init(_ values: SettingValues) throws(StartFailure) {
    guard let database = values[.database] else {
      throw .configuration(
        "No database is named.", "Name one with --db FILE, or in the variable SLUICED_DB.")
    }
    self.database = database
    socket = values[.socket]
    let place = values[.listen] ?? "127.0.0.1:3000"
    address = place == "none" ? nil : HTTPAddress(place)
    if place != "none" {
      guard case .tcp? = address else {
        throw values.refusal(.listen, "is no address: it is HOST:PORT, [HOST]:PORT or none")
      }
    } else if socket == nil {
      throw .configuration(
        "The server would listen nowhere.", "Name a socket with --socket PATH, or an address.")
    }
    let mode = values[.registration] ?? Registration.inviteOnly.rawValue
    guard let registration = Registration(rawValue: mode) else {
      throw values.refusal(.registration, "is none of open, invite_only and disabled")
    }
    self.registration = registration
    switch (values[.certificate], values[.key]) {
    case (nil, nil): certificate = nil
    case (let file?, let key?): certificate = HTTPCertificate(certificate: file, key: key)
    default:
      throw .configuration("A certificate and its key belong together: --tls-cert and --tls-key.")
    }
    let log = values[.log] ?? "text"
    guard ["text", "json"].contains(log) else {
      throw values.refusal(.log, "is neither text nor json")
    }
    isLogJSON = log == "json"
  }
}
