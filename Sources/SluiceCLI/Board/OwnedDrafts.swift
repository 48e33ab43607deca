import SluiceTUI
import Synchronization

/// The draft files and the editors' folders that this process owns, until it ends.
final class OwnedDrafts: Sendable {
  private let files = Mutex<[Draft.Subject: OwnedFile]>([:])
  private let folders = Mutex<[Draft.Subject: OwnedFile]>([:])

  deinit {
    for file in files.withLock({ $0.values }) { file.release() }
    for folder in folders.withLock({ $0.values }) { folder.release() }
  }

  /// The file of a draft.
  subscript(file subject: Draft.Subject) -> OwnedFile? {
    get { files.withLock { $0[subject] } }
    set { files.withLock { $0[subject] = newValue } }
  }

  /// The folder in which an editor runs.
  subscript(folder subject: Draft.Subject) -> OwnedFile? {
    get { folders.withLock { $0[subject] } }
    set { folders.withLock { $0[subject] = newValue } }
  }
}
