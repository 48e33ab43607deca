import SluiceClient
import SluiceCore

extension Verb {
  static let profileList = Verb(
    words: ["profile", "list"], summary: "Lists how you work with servers, by name.",
    examples: ["sluice profile list", "sluice profile list --json"],
    unoffered: aboutServers,
    run: { session throws(Failure) in
      let book = try ProfileFile(session.folders).read()
      if session.isJSON {
        let items = book.names.map { book.json(of: $0) }
        return try session.print(
          .object(["current": .optional(book.current), "items": .array(items)]))
      }
      guard !book.names.isEmpty else { return try session.note("No profiles.") }
      var table = TextTable([
        .init(heading: "NAME"), .init(heading: "SERVER", isFlexible: true),
        .init(heading: "ORGANIZATION"), .init(heading: "SIGNED IN"),
      ])
      for name in book.names {
        guard let profile = book.profiles[name] else { continue }
        table.add([
          name + (name == book.current ? " (current)" : ""), profile.server.description,
          profile.organization ?? "", profile.identity,
        ])
      }
      try session.print(table)
    })

  static let profileShow = Verb(
    words: ["profile", "show"], aliases: ["get"],
    summary: "Shows a profile, or the current one; tokens are never shown.",
    examples: ["sluice profile show team", "sluice profile show team --json"],
    operands: [.profile.optional], unoffered: aboutServers,
    run: { session throws(Failure) in
      let book = try ProfileFile(session.folders).read()
      guard let name = session.invocation.operands.first ?? book.current else {
        return try session.note("No profile is current; the local file is used.")
      }
      guard let profile = book.profiles[name] else { throw .unknownProfile(name, book) }
      if session.isJSON { return try session.print(book.json(of: name)) }
      try session.print(name + (name == book.current ? " (current)" : "") + "\n")
      for (title, value) in profile.rows { try session.print(title.padded(to: 14) + value) }
    })

  static let profileUse = Verb(
    words: ["profile", "use"],
    summary: "Makes a profile the one that is used where none is named.",
    examples: ["sluice profile use team", "sluice profile use local   # the file on this machine"],
    operands: [.profile], unoffered: aboutServers,
    run: { session throws(Failure) in
      let name = session.invocation.operands.first ?? ""
      let profile = try ProfileFile(session.folders).change { book throws(Failure) in
        guard name != ProfileBook.local else {
          book.current = nil
          return nil as ServerProfile?
        }
        guard let profile = book.profiles[name] else { throw .unknownProfile(name, book) }
        book.current = name
        return profile
      }
      if session.isJSON {
        return try session.print(.object(["current": .optional(profile == nil ? nil : name)]))
      }
      try session.print(
        profile.map { "Profile \(name) is used from now on: \($0.server)." }
          ?? "The file on this machine is used from now on.")
    })

  static let profileRemove = Verb(
    words: ["profile", "remove"], aliases: ["delete"],
    summary: "Forgets a profile and its tokens; the server is not told.",
    examples: ["sluice profile remove team --yes"],
    operands: [.profile], options: [.dryRun, .yes], unoffered: aboutServers,
    notes: [Loss.forGood.note],
    run: { session throws(Failure) in
      let name = session.invocation.operands.first ?? ""
      let file = try ProfileFile(session.folders)
      let book = try file.read()
      guard book.profiles[name] != nil else { throw .unknownProfile(name, book) }
      if session.invocation.has(.dryRun) {
        return try session.note("Profile \(name) would be removed; nothing was changed.")
      }
      try session.confirm("The profile \(name) will be gone for good.", losing: .forGood)
      try file.change { book throws(Failure) in
        book.profiles[name] = nil
        if book.current == name { book.current = nil }
      }
      if session.isJSON { return try session.print(.object(["removed": .string(name)])) }
      try session.print("Removed profile \(name).")
    })

  /// What verbs about profiles do not take, for they work on no board.
  static let aboutServers: [Option] = [.database, .project] + Option.remote
}

extension ServerProfile {
  /// How the server knows who calls.
  fileprivate var identity: String {
    server.isSocket ? "by the system" : tokens == nil ? "no" : "yes"
  }

  fileprivate var rows: [(String, String)] {
    [
      ("Server", server.description), ("Organization", organization), ("Signed in", identity),
      ("Authorities", authorities), ("Agent", agent),
      ("Plain HTTP", allowsPlainHTTP ? "allowed" : nil),
    ].compactMap { title, value in value.map { (title, $0) } }
  }
}

extension ProfileBook {
  /// A profile as programs see it, without its tokens.
  func json(of name: String) -> JSONValue {
    guard let profile = profiles[name] else { return .null }
    return .object([
      "name": .string(name), "server": .string(profile.server.description),
      "organization": .optional(profile.organization), "ca_file": .optional(profile.authorities),
      "agent": .optional(profile.agent), "plain_http": .bool(profile.allowsPlainHTTP),
      "has_token": .bool(profile.tokens != nil), "current": .bool(name == current),
    ])
  }
}

extension Operand {
  static let profile = Operand("PROFILE", "its name", .profile)
}
