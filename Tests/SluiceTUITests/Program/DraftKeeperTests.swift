import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// When the store of drafts is tidied.
@Suite struct DraftKeeperTests {
  private final class Store: DraftStore {
    let log = Mutex<[String]>([])

    func draft(for subject: Draft.Subject) -> Draft.Finding {
      log.withLock { $0.append("read") }
      return .nothing
    }

    func beginEditing(_ text: String, for subject: Draft.Subject) -> String? { nil }

    func endEditing(for subject: Draft.Subject, taken: Bool) {}

    func keep(_ text: String?, for subject: Draft.Subject) {
      log.withLock { $0.append("keep \(text ?? "nothing")") }
    }

    func tidy() {
      log.withLock { $0.append("tidy") }
    }
  }

  private let store = Store()
  private let subject = Draft.Subject.create(Sample.key)

  private func log() -> [String] { store.log.withLock { $0 } }

  @Test func itIsTidiedOnceWhenADraftIsFirstAskedFor() {
    let keeper = DraftKeeper(store)
    keeper.finish()
    #expect(log() == [])
    _ = keeper.draft(for: subject)
    keeper.finish()
    #expect(log() == ["read", "tidy"])
    keeper.keep([subject: "a"])
    keeper.finish()
    _ = keeper.draft(for: subject)
    keeper.finish()
    #expect(log() == ["read", "tidy", "keep a", "read"])
  }

  @Test func orWhenOneIsFirstKept() {
    let keeper = DraftKeeper(store)
    keeper.keep([subject: "a"])
    keeper.finish()
    keeper.keep([subject: String?.none])
    keeper.finish()
    #expect(log() == ["tidy", "keep a", "keep nothing"])
  }
}
