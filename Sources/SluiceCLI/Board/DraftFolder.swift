import Glibc
import SluiceCore
import SluiceEngine
import SluiceTUI

/// Drafts of one database or server, a file for each in the user's state folder.
///
/// A file is for the user alone. Its name is a digest, and its first line says what it belongs to, so that a
/// draft is never offered for another ticket. What cannot be written is not kept: typing goes on. What has lain
/// for a month is removed.
struct DraftFolder: DraftStore {
  /// `nil` where the user has no folder for it.
  private let folder: String?
  private let place: String
  private let now: @Sendable () -> Timestamp

  init(
    _ folders: UserFolders, for place: BoardPlace,
    now: @escaping @Sendable () -> Timestamp = LocalEngine.systemTime
  ) {
    folder = (try? folders.state()).map { $0 + "/drafts" }
    self.place = place.memoryName
    self.now = now
  }

  func draft(for subject: Draft.Subject) -> Draft? {
    guard let file = file(subject), let bytes = try? Files.read(file),
      let end = bytes.firstIndex(of: 10),
      bytes[..<end].elementsEqual(owner(of: subject).utf8), let at = Files.changed(file),
      !isOver(at)
    else { return nil }
    return Draft(String(decoding: bytes[(end + 1)...], as: UTF8.self), at: at)
  }

  func keep(_ text: String?, for subject: Draft.Subject) {
    guard let file = file(subject) else { return }
    guard let text else {
      unlink(file)
      return
    }
    guard (try? Files.makeDirectory(Files.directory(of: file))) != nil else { return }
    _ = Files.replace(file, with: owner(of: subject) + "\n" + text, throughToDisk: true)
  }

  /// Removes the drafts of all databases and servers that nobody came back for, and what a crash left of one
  /// on its way there.
  func tidy() {
    guard let folder else { return }
    for name in Files.names(in: folder) {
      let file = "\(folder)/\(name)"
      if let at = Files.changed(file), isOver(at) { unlink(file) }
    }
  }

  /// For how long a draft is kept, in seconds.
  private static let lifetime: Int64 = 30 * 86_400

  private func isOver(_ at: Timestamp) -> Bool {
    at < now().advanced(bySeconds: -Self.lifetime)
  }

  private func file(_ subject: Draft.Subject) -> String? {
    folder.map { $0 + "/" + Digest.text(of: [owner(of: subject)]) }
  }

  /// What a draft belongs to, in one line.
  private func owner(of subject: Draft.Subject) -> String {
    String("\(subject.name) \(place)".map { $0.isNewline ? " " : $0 })
  }
}
