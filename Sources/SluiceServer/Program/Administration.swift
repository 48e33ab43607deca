internal import Passwords
internal import SluiceCore
internal import SluiceEngine

/// What is done on the server's machine by whoever may write its file; a server may run meanwhile.
struct Administration {
  private let engine: LocalEngine

  /// Opens the file; only what needs no account yet may make it.
  init(_ values: SettingValues, makingFile: Bool = false) throws(StartFailure) {
    guard let path = values[.database] else {
      throw .configuration(
        "No database is named.", "Name one with --db FILE, or in the variable SLUICED_DB.")
    }
    engine = try starting { () throws(EngineError) in
      try LocalEngine(path: path, createIfMissing: makingFile)
    }
  }

  /// Makes an account with a password that is read from the terminal or the input.
  func addUser(_ email: String, named name: String?, isAdmin: Bool) throws(StartFailure) {
    _ = try starting { () throws(EngineError) in
      do throws(Rejection) { _ = try Email.checked(email) } catch { throw EngineError(error) }
    }
    guard let password = PasswordInput.read(), password.count >= 8 else {
      throw StartFailure(
        exit: .refused, message: "A password has at least 8 characters; nothing was changed.")
    }
    let hash: String
    do {
      hash = try Passwords.hash(of: password)
    } catch {
      throw StartFailure(
        exit: error == .tooLong ? .refused : .tryAgain,
        message: error == .tooLong
          ? "A password has at most \(Passwords.maximumLength) bytes."
          : "The machine lacks the memory to hash a password.")
    }
    let account = try starting { () throws(EngineError) in
      try engine.directory.create(
        AccountDraft(displayName: name ?? "", email: email, isInstanceAdmin: isAdmin),
        passwordHash: hash)
    }
    ServerProgram.say("\(account.handle) \(account.email ?? "")\n", to: 1)
  }

  func listUsers() throws(StartFailure) {
    var cursor: String?
    repeat {
      let page = try starting { () throws(EngineError) in
        try engine.directory.accounts(PageRequest(limit: 500, cursor: cursor))
      }
      for account in page.items {
        let marks =
          (account.isInstanceAdmin ? ["admin"] : []) + (account.isActive ? [] : ["inactive"])
        let parts = [account.handle, account.email ?? "-", account.displayName] + marks
        ServerProgram.say(parts.joined(separator: "\t") + "\n", to: 1)
      }
      cursor = page.nextCursor
    } while cursor != nil
  }

  /// Prints the code with which someone may register, once.
  func invite(_ email: String?) throws(StartFailure) {
    let code = try starting { () throws(EngineError) in
      try Invitations.make(engine.directory, email: email, now: LocalEngine.systemTime())
    }
    ServerProgram.say("\(code)\n", to: 1)
  }
}

/// Runs a call of the engine, saying its error in the words of the command line.
func starting<Value>(_ call: () throws(EngineError) -> Value) throws(StartFailure) -> Value {
  do {
    return try call()
  } catch {
    throw StartFailure(error)
  }
}
