import SluiceCore
import SluiceTUI

/// The file of a user's settings, which need not be there.
struct SettingsFile {
  /// `nil` where the user has no folder for it.
  let path: String?
  private let folders: UserFolders

  private static let name = "config.json5"

  init(_ folders: UserFolders) {
    self.folders = folders
    path = (try? folders.configuration()).map { "\($0)/\(Self.name)" }
  }

  /// What is set up; what holds without a file if there is none.
  func settings() throws(Failure) -> Settings {
    guard let path, !Files.isMissing(path) else { return .standard }
    let bytes = try Files.read(path)
    do {
      return try settings(in: bytes)
    } catch {
      throw Failure(
        exit: .configuration, code: "BAD_SETTINGS",
        message: "The settings in “\(path)” cannot be used.",
        findings: error.faults.map(\.description),
        nextStep: "Correct the file; this lists commands and keys, and tells whether it is right:",
        nextCommand: "sluice keys")
    }
  }

  /// Lets the user edit the file; the settings in it then, or `nil` if it was left as it was.
  ///
  /// What was typed is kept, be it right or not.
  func edit(with editor: ExternalEditor) -> Result<Settings?, EditorError> {
    guard let path else {
      return .failure(EditorError("Set HOME; there is no folder for settings."))
    }
    do throws(Failure) {
      let isNew = Files.isMissing(path)
      let text = isNew ? Settings.template : String(decoding: try Files.read(path), as: UTF8.self)
      switch editor.edit(text, as: Self.name) {
      case .failure(let error): return .failure(error)
      case .success(nil): return .success(nil)
      case .success(.some(let edited)): return try keep(edited, in: path)
      }
    } catch {
      return .failure(EditorError(error.message))
    }
  }

  /// What a text says; who has taken out all of it is back at what holds without a file.
  private func settings(in bytes: [UInt8]) throws(SettingsError) -> Settings {
    guard !JSONReader.isBlankJSON5(SourceText(bytes)) else { return .standard }
    return try Settings(reading: bytes) { ThemeFiles(folders).fault(of: $0) }
  }

  private func keep(
    _ text: String, in path: String
  ) throws(Failure) -> Result<Settings?, EditorError> {
    try Files.makeDirectory(Files.directory(of: path))
    // A link, as those who keep their settings elsewhere have, stays one.
    guard Files.replace(Files.absolute(path), with: text + "\n") else {
      return .failure(EditorError("“\(path)” cannot be written; the settings are as before."))
    }
    do throws(SettingsError) {
      return .success(try settings(in: Array(text.utf8)))
    } catch {
      let faults = error.faults.map(\.description).joined(separator: " ")
      return .failure(EditorError("Saved, but not in force: \(faults)"))
    }
  }
}

extension Session {
  /// What the user has set up.
  func settings() throws(Failure) -> Settings {
    try SettingsFile(folders).settings()
  }
}
