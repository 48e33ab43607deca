import Glibc

/// A process that was started for a story.
final class ChildProcess {
  /// What a descriptor of the child leads to.
  enum Descriptor {
    case file(String, flags: Int32)
    case copy(of: Int32)
  }

  let id: pid_t
  private var status: ExitStatus?

  /// Starts a command with exactly these variables and descriptors, and every signal as usual.
  ///
  /// In a new session the child's first terminal becomes its controlling one.
  init(
    _ arguments: [String], environment: [String: String], descriptors: [Descriptor],
    inNewSession: Bool = false
  ) throws(SystemFailure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in descriptors.enumerated() {
      switch descriptor {
      case .file(let path, let flags):
        posix_spawn_file_actions_addopen(&actions, Int32(target), path, flags, 0o600)
      case .copy(let source):
        posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    ChildProcess.set(&attributes, inNewSession: inNewSession)
    let variables = environment.map { "\($0)=\($1)" }.sorted()
    id = try ChildProcess.spawn(arguments, variables, &actions, &attributes)
  }

  private static func set(_ attributes: inout posix_spawnattr_t, inNewSession: Bool) {
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID is not imported.
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | (inNewSession ? 0x80 : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String],
    _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
  ) throws(SystemFailure) -> pid_t {
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, arguments[0], &actions, &attributes, &words, &variables)
    guard code == 0 else { throw SystemFailure("posix_spawn \(arguments)", code) }
    return id
  }

  deinit {
    guard poll() == nil else { return }
    kill(id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
  }

  /// How it ended; `nil` while it runs.
  func poll() -> ExitStatus? {
    if let status { return status }
    var raw: Int32 = 0
    guard waitpid(id, &raw, WNOHANG) == id else { return nil }
    status = ExitStatus(waitStatus: raw)
    return status
  }

  /// Sends a signal, unless it has ended.
  func send(_ signal: Int32) {
    if poll() == nil { kill(id, signal) }
  }
}
