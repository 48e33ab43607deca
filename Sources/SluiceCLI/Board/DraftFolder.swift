import Glibc
import SluiceCore
import SluiceEngine
import SluiceTUI

/// Drafts of one database or server, a file for each in the user's state folder.
///
/// A file is for the user alone. Its name is a digest, and its first line says what it belongs to, so that a
/// draft is never offered for another ticket. Boards that type for the same have files beside each other, each
/// locked by its own. What cannot be written is not kept: typing goes on. What has lain for a month is removed.
struct DraftFolder: DraftStore {
  /// More windows on one ticket than anybody has.
  private static let places = 99

  /// `nil` where the user has no folder for it.
  private let folder: String?
  private let place: String
  private let now: @Sendable () -> Timestamp
  private let owned = OwnedDrafts()

  init(
    _ folders: UserFolders, for place: BoardPlace,
    now: @escaping @Sendable () -> Timestamp = LocalEngine.systemTime
  ) {
    folder = (try? folders.state()).map { $0 + "/drafts" }
    self.place = place.memoryName
    self.now = now
  }

  func draft(for subject: Draft.Subject) -> Draft.Finding {
    let isEdited = rescue(subject)
    if let own = owned[file: subject], let draft = read(own.path, subject) { return .draft(draft) }
    let (files, isHeld) = unowned(subject)
    let found = files.compactMap { file in read(file.path, subject).map { (file, draft: $0) } }
    let newest = found.max { $0.draft.at < $1.draft.at }
    for file in files where file.path != newest?.0.path { file.release() }
    guard let (file, draft) = newest else { return isHeld || isEdited ? .elsewhere : .nothing }
    owned[file: subject]?.release()
    owned[file: subject] = file
    return .draft(draft)
  }

  func keep(_ text: String?, for subject: Draft.Subject) {
    guard let text else {
      owned[file: subject]?.remove()
      owned[file: subject] = nil
      return
    }
    if let file = write(text, for: subject, replacing: owned[file: subject]) {
      owned[file: subject] = file
    }
  }

  private func write(
    _ text: String, for subject: Draft.Subject, replacing former: OwnedFile?
  ) -> OwnedFile? {
    guard let folder, (try? Files.makeDirectory(folder)) != nil else { return nil }
    let first = path(in: folder, of: subject)
    return OwnedFile.write(
      owner(of: subject) + "\n" + text, replacing: former,
      orAt: [first] + (2...Self.places).map { "\(first)-\($0)" })
  }

  private func read(_ file: String, _ subject: Draft.Subject) -> Draft? {
    guard let bytes = try? Files.read(file), let end = bytes.firstIndex(of: 10),
      bytes[..<end].elementsEqual(owner(of: subject).utf8), let at = Files.changed(file),
      !isOver(at)
    else { return nil }
    return Draft(String(decoding: bytes[(end + 1)...], as: UTF8.self), at: at)
  }

  /// The files for a subject that nobody has, taken; and whether others have some.
  private func unowned(_ subject: Draft.Subject) -> (files: [OwnedFile], isHeld: Bool) {
    claim(subject) { rest in
      rest.isEmpty || rest.first == "-" && rest.dropFirst().allSatisfy(\.isWholeNumber)
    }
  }

  /// Removes the drafts of all databases and servers that nobody has or came back for, and what a crash left of
  /// one on its way there.
  func tidy() {
    guard let folder else { return }
    for name in Files.names(in: folder) {
      let path = "\(folder)/\(name)"
      let isFolder = name.contains(Self.mark)
      let written = isFolder ? Files.changed("\(path)/\(ExternalEditor.fileName)") : nil
      guard let at = written ?? Files.changed(path), isOver(at),
        case .taken(let left) = OwnedFile.claim(path, isFolder: isFolder)
      else { continue }
      if isFolder { left.removeFolder() } else { left.remove() }
    }
  }

  /// For how long a draft is kept, in seconds.
  private static let lifetime: Int64 = 30 * 86_400

  private func isOver(_ at: Timestamp) -> Bool {
    at < now().advanced(bySeconds: -Self.lifetime)
  }

  private func claim(
    _ subject: Draft.Subject, isFolder: Bool = false, where matches: (Substring) -> Bool
  ) -> (files: [OwnedFile], isHeld: Bool) {
    guard let folder else { return ([], false) }
    let first = path(in: folder, of: subject)
    let name = first.dropFirst(folder.count + 1)
    var (files, isHeld): ([OwnedFile], Bool) = ([], false)
    for other in Files.names(in: folder)
    where other.hasPrefix(name) && matches(other.dropFirst(name.count)) {
      let path = folder + "/" + other
      // One's own would seem to be another's.
      guard path != owned[file: subject]?.path else { continue }
      switch OwnedFile.claim(path, isFolder: isFolder) {
      case .taken(let file): files.append(file)
      case .held: isHeld = true
      case .missing: break
      }
    }
    return (files, isHeld)
  }

  private func path(in folder: String, of subject: Draft.Subject) -> String {
    folder + "/" + Digest.text(of: [owner(of: subject)])
  }

  /// What a draft belongs to, in one line.
  private func owner(of subject: Draft.Subject) -> String {
    String("\(subject.name) \(place)".map { $0.isNewline ? " " : $0 })
  }
}

/// What an editor has written when the program ends before it.
extension DraftFolder {
  private static let mark = ".edit-"

  func beginEditing(_ text: String, for subject: Draft.Subject) -> String? {
    guard let folder, (try? Files.makeDirectory(folder)) != nil else { return nil }
    rescue(subject)
    // What the editor itself keeps of a text that was not saved lies where it looks for it.
    let left = claim(subject, isFolder: true) { $0.hasPrefix(Self.mark) }.files
    for other in left.dropFirst() { other.release() }
    guard let own = left.first ?? newFolder(path(in: folder, of: subject) + Self.mark) else {
      return nil
    }
    guard Files.replace(own.path + "/before", with: owner(of: subject) + "\n" + text) else {
      own.release()
      return nil
    }
    owned[folder: subject] = own
    return own.path
  }

  private func newFolder(_ beginning: String) -> OwnedFile? {
    guard let path = try? Files.makeTemporaryDirectory(beginning),
      case .taken(let own) = OwnedFile.claim(path, isFolder: true)
    else { return nil }
    return own
  }

  func endEditing(for subject: Draft.Subject, taken: Bool) {
    if taken { owned[folder: subject]?.removeFolder() } else { owned[folder: subject]?.release() }
    owned[folder: subject] = nil
  }

  /// Makes drafts of what editors wrote whose boards have died; whether others are being written.
  @discardableResult
  private func rescue(_ subject: Draft.Subject) -> Bool {
    let (folders, isHeld) = claim(subject, isFolder: true) { $0.hasPrefix(Self.mark) }
    for left in folders {
      rescue(from: left.path, subject)
      // What the editor itself kept stays, to be found by it.
      rmdir(left.path)
      left.release()
    }
    return isHeld
  }

  private func rescue(from folder: String, _ subject: Draft.Subject) {
    let (file, before) = (folder + "/" + ExternalEditor.fileName, folder + "/before")
    if let former = read(before, subject), let bytes = try? Files.read(file) {
      let text = ExternalEditor.withoutLastBreak(String(decoding: bytes, as: UTF8.self))
      if text != ExternalEditor.withoutLastBreak(former.text) {
        let at = Files.changed(file)
        guard let kept = keep(edited: text, inPlaceOf: former.text, subject) else { return }
        if let at { Files.setChanged(kept, at) }
      }
    } else if !Files.isMissing(file) {
      return
    }
    unlink(file)
    unlink(before)
  }

  /// The file in which it is kept; `nil` if it cannot be written.
  private func keep(
    edited text: String, inPlaceOf former: String, _ subject: Draft.Subject
  ) -> String? {
    let former = DraftRemark.without(former)
    if owned[file: subject] == nil {
      for file in unowned(subject).files {
        if owned[file: subject] == nil, read(file.path, subject)?.text == former {
          owned[file: subject] = file
        } else {
          file.release()
        }
      }
    }
    if let own = owned[file: subject], read(own.path, subject)?.text != former {
      let beside = write(DraftRemark.without(text), for: subject, replacing: nil)
      beside?.release()
      return beside?.path
    }
    guard
      let file = write(DraftRemark.without(text), for: subject, replacing: owned[file: subject])
    else { return nil }
    owned[file: subject] = file
    return file.path
  }
}
