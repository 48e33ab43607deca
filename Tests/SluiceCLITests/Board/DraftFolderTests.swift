import FoundationEssentials
import Glibc
import SluiceCore
import SluiceEngine
import SluiceTUI
import Testing

@testable import SluiceCLI

/// Drafts in the user's state folder.
@Suite struct DraftFolderTests {
  private let subject = Draft.Subject.comment(
    TicketKey(project: ProjectKey("OPS") ?? fallback, number: 1))
  private static var fallback: ProjectKey { fatalError("key") }

  /// The drafts of a database, some days from now.
  private func store(
    _ folder: TemporaryFolder, for path: String = "/a.db", days: Int64 = 0
  ) -> DraftFolder {
    DraftFolder(
      UserFolders { $0 == "XDG_STATE_HOME" ? folder.path : nil }, for: .file(path),
      now: { LocalEngine.systemTime().advanced(bySeconds: days * 86_400) })
  }

  private func names(_ folder: TemporaryFolder) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/sluice/drafts")) ?? []
  }

  @Test func afterAMonthItIsNotOfferedAnyMore() {
    let folder = TemporaryFolder()
    store(folder).keep("mine", for: subject)
    #expect(store(folder, days: 29).draft(for: subject)?.text == "mine")
    #expect(store(folder, days: 31).draft(for: subject) == nil)
  }

  @Test func tidyingRemovesWhatIsAMonthOldWhateverItBelongsTo() {
    let folder = TemporaryFolder()
    store(folder).keep("mine", for: subject)
    store(folder, for: "/b.db").keep("yours", for: subject)
    store(folder, for: "/c.db", days: 29).tidy()
    #expect(names(folder).count == 2)
    store(folder, for: "/c.db", days: 31).tidy()
    #expect(names(folder) == [])
    store(TemporaryFolder(), days: 31).tidy()
  }

  @Test func aTextComesBackAsItWasKept() {
    let folder = TemporaryFolder()
    let text = "One\nzwei\u{1B}\n\n文"
    #expect(store(folder).draft(for: subject) == nil)
    store(folder).keep(text, for: subject)
    #expect(store(folder).draft(for: subject)?.text == text)
    store(folder).keep("", for: subject)
    #expect(store(folder).draft(for: subject)?.text == "")
    store(folder).keep(nil, for: subject)
    #expect(store(folder).draft(for: subject) == nil)
  }

  @Test func otherDatabasesAndTicketsHaveTheirOwn() {
    let folder = TemporaryFolder()
    store(folder).keep("mine", for: subject)
    #expect(store(folder, for: "/b.db").draft(for: subject) == nil)
    guard case .comment(let key) = subject else { return }
    #expect(store(folder).draft(for: .description(key)) == nil)
    #expect(store(folder).draft(for: .value(key, field: "comment")) == nil)
  }

  @Test func nobodyElseMayReadThem() throws {
    let folder = TemporaryFolder()
    store(folder).keep("mine", for: subject)
    let drafts = folder.path + "/sluice/drafts"
    let names = try FileManager.default.contentsOfDirectory(atPath: drafts)
    #expect(names.count == 1)
    for path in [drafts] + names.map({ drafts + "/" + $0 }) {
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o077 == 0)
    }
  }

  @Test func withoutAHomeNothingIsKept() {
    let store = DraftFolder(UserFolders { _ in nil }, for: .file("/a.db"))
    store.keep("mine", for: subject)
    #expect(store.draft(for: subject) == nil)
  }
}
