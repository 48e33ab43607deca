internal import Glibc
internal import SluiceCore
internal import SluiceEngine

/// The program behind the command `sluiced`.
public enum ServerProgram {
  /// Runs the command line of this process and returns its exit code.
  public static func main() -> Int32 {
    do throws(StartFailure) {
      try run(Array(CommandLine.arguments.dropFirst()))
      return Exit.done.rawValue
    } catch {
      let next = error.nextStep.map { "  next: \($0)\n" } ?? ""
      say("sluiced: \(error.message)\n\(next)", to: 2)
      return error.exit.rawValue
    }
  }

  private static func run(_ arguments: [String]) throws(StartFailure) {
    var values = SettingValues()
    let (command, config) = try CommandLineReader.read(arguments, &values)
    switch command {
    case .help: return say(Help.text, to: 1)
    case .version: return say("\(ServerVersion.name) \(ServerVersion.number)\n", to: 1)
    case .serve, .addUser, .listUsers, .invite: break
    }
    values.add { name in getenv(name).map { String(cString: $0) } }
    try addFile(named: config, to: &values)
    switch command {
    case .addUser(let email, let name, let isAdmin):
      try Administration(values, makingFile: true)
        .addUser(email, named: name, isAdmin: isAdmin)
    case .listUsers: try Administration(values).listUsers()
    case .invite(let email): try Administration(values).invite(email)
    case .serve, .help, .version: try Serving(try Settings(values)).run()
    }
  }

  /// Takes the settings of a file: the one that is named, else the user's own if there is one.
  private static func addFile(
    named name: String?, to values: inout SettingValues
  ) throws(StartFailure) {
    let folder =
      getenv("XDG_CONFIG_HOME").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? getenv("HOME").map { String(cString: $0) + "/.config" }
    guard let path = name ?? folder.map({ $0 + "/sluice/sluiced.json" }) else { return }
    guard let file = fopen(path, "re") else {
      if name == nil, errno == ENOENT || errno == ENOTDIR { return }
      throw .configuration(
        "The settings “\(path)” cannot be read: \(String(cString: strerror(errno))).")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    guard count < bytes.count else { throw .configuration("The settings “\(path)” are too long.") }
    try values.add(file: Array(bytes[..<count]), named: path)
  }

  /// Writes text as it is but for what would act on a terminal.
  static func say(_ text: String, to descriptor: Int32) {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      let isPlain = category != .control && category != .format
      shown.append(isPlain || scalar == "\n" || scalar == "\t" ? scalar : "\u{fffd}")
    }
    let bytes = Array(String(shown).utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      start += count
    }
  }
}
