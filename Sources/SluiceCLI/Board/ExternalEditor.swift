import Glibc
import SluiceTUI

/// Lets the user edit a text in the editor of their choice.
///
/// The text lies in a file of a folder that only the user can read. It is kept, and its place told, when the
/// editor fails after changing it or it cannot be read back, so that nothing typed is lost. A folder that is
/// handed over stays where there is something in it, for whoever made it to take the text first.
struct ExternalEditor {
  /// The first of these variables that is set names the editor, as a shell reads it.
  private static let variables = ["SLUICE_EDITOR", "VISUAL", "EDITOR"]

  /// The name tells editors what kind of text it is.
  static let fileName = "ticket.md"

  private let command: String
  /// Where the folder is made.
  private let parent: String

  init(
    variable: @escaping (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) {
    command =
      Self.variables.lazy.compactMap(variable).first { !$0.isEmpty } ?? "vi"
    parent = UserFolders(variable: variable).scratch
  }

  /// The text as it was left, without the line break that editors add; `nil` if it is as before.
  ///
  /// `name` is that of the file, by which editors know what is written in it.
  func edit(
    _ text: String, as name: String = fileName, in given: String? = nil
  ) -> Result<String?, EditorError> {
    guard let folder = given ?? (try? Files.makeTemporaryDirectory(parent + "/sluice-")) else {
      return .failure(EditorError("No temporary file could be made; the text is unchanged."))
    }
    let file = "\(folder)/\(name)"
    let draft = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    guard Files.replace(file, with: draft) else {
      Files.removeFolder(folder)
      return .failure(EditorError("The temporary file “\(file)” cannot be written."))
    }
    let succeeded = run(on: file)
    let left = try? Files.read(file)
    if left == nil, !Files.isMissing(file) {
      return .failure(EditorError("The text cannot be read back; it is kept in \(file)."))
    }
    if !succeeded, let left, left != Array(draft.utf8) {
      guard given != nil else {
        return .failure(EditorError("The editor “\(command)” failed; the text is kept in \(file)."))
      }
      return .failure(
        EditorError(
          "The editor “\(command)” failed; what it wrote is kept as a draft.",
          text: Self.withoutLastBreak(String(decoding: left, as: UTF8.self))))
    }
    if given == nil || !succeeded || left == nil { Files.removeFolder(folder) }
    guard succeeded else {
      return .failure(EditorError("The editor “\(command)” failed; nothing was changed."))
    }
    guard let left else { return .failure(EditorError("The editor left nothing in \(file).")) }
    let edited = Self.withoutLastBreak(String(decoding: left, as: UTF8.self))
    return .success(edited == Self.withoutLastBreak(text) ? nil : edited)
  }

  static func withoutLastBreak(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Runs the editor on the terminal and waits for it.
  ///
  /// The shell splits the command; the file's name is handed to it as an argument and never read as code. It
  /// waits for the editor even if that is interrupted.
  private func run(on file: String) -> Bool {
    let words = ["sh", "-c", "trap : INT QUIT; \(command) \"$@\"", "sluice", file]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let signals = TerminalSignals()
    defer { signals.takeBack() }
    var attributes = signals.attributesOfChild()
    defer { posix_spawnattr_destroy(&attributes) }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", nil, &attributes, &arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return false }
    }
    return status == 0
  }
}
