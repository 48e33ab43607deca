import Glibc

/// Starts processes as a shell does.
enum Spawning {
  /// What the first three descriptors of a process are.
  enum Wiring {
    case nothing
    case terminal(name: String)
    case pipes(input: Int32, output: Int32)
  }

  // POSIX_SPAWN_SETSID, which Glibc's module leaves out.
  private static let newSession: Int16 = 0x80

  /// Starts a program, found along `PATH`, with variables set beside those of this process.
  static func start(
    _ words: [String], environment: [String: String] = [:], _ wiring: Wiring
  ) throws(BenchError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    wire(&actions, &attributes, wiring)
    var process: pid_t = 0
    let code = withStrings(words) { arguments in
      withStrings(variables(environment)) { variables in
        posix_spawnp(&process, words[0], &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else {
      throw BenchError("“\(words[0])” cannot be started: \(String(cString: strerror(code))).")
    }
    return process
  }

  private static func wire(
    _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t,
    _ wiring: Wiring
  ) {
    switch wiring {
    case .nothing:
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
      for descriptor: Int32 in 1...2 { posix_spawn_file_actions_adddup2(&actions, 0, descriptor) }
    case .terminal(let name):
      // The first terminal that the leader of a session opens becomes its controlling terminal.
      posix_spawnattr_setflags(&attributes, newSession)
      posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
      for descriptor: Int32 in 1...2 { posix_spawn_file_actions_adddup2(&actions, 0, descriptor) }
    case .pipes(let input, let output):
      posix_spawn_file_actions_adddup2(&actions, input, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
    }
  }

  private static func variables(_ changes: [String: String]) -> [String] {
    var variables = changes.map { "\($0.key)=\($0.value)" }
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      let name = String(text.prefix { $0 != "=" })
      if changes[name] == nil { variables.append(text) }
      next += 1
    }
    return variables
  }

  private static func withStrings<Result>(
    _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let strings = words.map { strdup($0) }
    defer { for string in strings { free(string) } }
    return body(strings + [nil])
  }
}
