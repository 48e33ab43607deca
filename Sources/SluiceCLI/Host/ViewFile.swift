import Glibc
import SluiceCore

/// The file of a user's saved views.
///
/// They are one person's, and hold on a file as on any server; so they are kept with that person's settings and
/// not with the tickets.
struct ViewFile: Sendable {
  let path: String

  init(_ folders: UserFolders) throws(Failure) {
    path = Files.absolute(try folders.configuration() + "/views.json")
  }

  /// The views; none if there is no file.
  func read() throws(Failure) -> SavedViews {
    guard !Files.isMissing(path) else { return SavedViews() }
    let bytes = try Files.read(path)
    do throws(JSONFault) {
      return try SavedViews(reading: SourceText(bytes))
    } catch {
      throw Failure(
        exit: .configuration, code: "BAD_VIEWS",
        message: "The saved views in “\(path)” cannot be read.",
        findings: ["line \(error.line), column \(error.column): \(error.message)"],
        nextStep: "Correct the file, or move it away and save the views anew.")
    }
  }

  /// Changes the views as a whole, while no other program does.
  func change<Value>(
    _ edit: (inout SavedViews) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try LockedFile(path: path).change(
      reading: read, writing: { JSONPrinter.text($0.json) + "\n" }, edit)
  }

  /// Keeps a view; answers what went wrong, as a sentence, or `nil`.
  func save(_ view: SavedView) -> String? {
    do throws(Failure) {
      try change { (views) throws(Failure) in
        let fault = views.refusal(of: view) ?? views.reading(of: view).faults.first?.message
        if let fault { throw Failure(exit: .usage, code: "BAD_VIEW", message: fault) }
        views.save(view)
      }
      return nil
    } catch {
      return "The view is not saved. \(error.message)"
    }
  }
}
