internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Endpoint {
  /// Logs in with a password.
  ///
  /// Whether there is such an account is not told, neither by words nor by time.
  static let login = Endpoint(
    Route(
      "login", .post, "/api/v1/auth/login", "Logs in with a password.", tag: "Identity",
      body: .object(
        .required("email", .text(upTo: 254)),
        .required("password", .string(Schema.StringRule(format: .password, maximum: 1_024)))),
      [Route.Success(200, .loginReply)]),
    .password(
      prepare: { call throws(APIError) in
        let email = call.text("email") ?? ""
        try call.limitLogins(of: Email.normalized(email) ?? email)
        let hash = try translating { () throws(EngineError) in
          try call.directory.account(email: email).flatMap { (account) throws(EngineError) in
            account.isActive ? try call.directory.passwordHash(of: account.id) : nil
          }
        }
        return .check(call.text("password") ?? "", against: hash)
      },
      finish: { call, verdict throws(APIError) in
        guard case .right(let renewed) = verdict else {
          if verdict == .failed { throw .noMemory }
          throw APIError(
            401, "INVALID_CREDENTIALS", "There is no account with this email and password.",
            headers: ["WWW-Authenticate": "Bearer"])
        }
        let account = try translating { () throws(EngineError) in
          let account = try call.directory.account(email: call.text("email") ?? "")
          if let account, let renewed {
            try call.directory.setPasswordHash(renewed, of: account.id)
          }
          return account
        }
        guard let account, account.isActive else { throw .unauthorized("The account is gone.") }
        call.parts.limits.forget(account.email ?? "")
        return .ok(try Login(account, call).json)
      }), isSecret: true)
}

extension Call {
  /// Counts an attempt to come in, and refuses it if there were too many.
  func limitLogins(of account: String?) throws(APIError) {
    var subjects: [LoginLimits.Subject] = []
    if let account { subjects.append(.account(account)) }
    if case .address(let host, _) = request.peer { subjects.append(.peer(host)) }
    guard let seconds = parts.limits.count(subjects, at: now) else { return }
    throw .tooMany("There were too many attempts to log in.", retryAfter: seconds)
  }
}

extension APIError {
  /// The machine cannot hash a password now.
  static let noMemory = APIError.busy("The server lacks the memory for a login.", retryAfter: 5)
}
