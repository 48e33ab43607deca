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
    #expect(store(folder, days: 29).text(for: subject) == "mine")
    #expect(store(folder, days: 31).draft(for: subject) == .nothing)
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

  @Test func tidyingLeavesWhatABoardStillTypes() {
    let folder = TemporaryFolder()
    let living = store(folder)
    living.keep("mine", for: subject)
    store(folder, days: 31).tidy()
    #expect(living.text(for: subject) == "mine")
  }

  @Test func tidyingRemovesWhatADeadBoardsEditorLeft() {
    let folder = TemporaryFolder()
    _ = store(folder).beginEditing("before", for: subject)
    store(folder, days: 29).tidy()
    #expect(names(folder).count == 1)
    store(folder, days: 31).tidy()
    #expect(names(folder) == [])
  }

  @Test func aTextComesBackAsItWasKept() {
    let folder = TemporaryFolder()
    let text = "One\nzwei\u{1B}\n\n文"
    #expect(store(folder).draft(for: subject) == .nothing)
    store(folder).keep(text, for: subject)
    let next = store(folder)
    #expect(next.text(for: subject) == text)
    next.keep("", for: subject)
    #expect(next.text(for: subject) == "")
    next.keep(nil, for: subject)
    #expect(next.draft(for: subject) == .nothing)
    #expect(store(folder).draft(for: subject) == .nothing)
  }

  @Test func otherDatabasesAndTicketsHaveTheirOwn() {
    let folder = TemporaryFolder()
    store(folder).keep("mine", for: subject)
    #expect(store(folder, for: "/b.db").draft(for: subject) == .nothing)
    guard case .comment(let key) = subject else { return }
    #expect(store(folder).draft(for: .description(key)) == .nothing)
    #expect(store(folder).draft(for: .value(key, field: "comment")) == .nothing)
  }

  @Test func twoThatLiveHaveTheirOwnBesideEachOther() {
    let folder = TemporaryFolder()
    let (first, second) = (store(folder), store(folder))
    first.keep("one", for: subject)
    #expect(second.draft(for: subject) == .elsewhere)
    second.keep(nil, for: subject)
    second.keep("two", for: subject)
    first.keep("one more", for: subject)
    #expect(first.text(for: subject) == "one more")
    #expect(second.text(for: subject) == "two")
    second.keep(nil, for: subject)
    #expect(second.draft(for: subject) == .elsewhere)
    #expect(first.text(for: subject) == "one more")
  }

  @Test func theNextOwnsWhatADeadOneLeftOneAfterTheOther() {
    let folder = TemporaryFolder()
    do {
      let (first, second) = (store(folder), store(folder))
      first.keep("one", for: subject)
      usleep(20_000)
      second.keep("two", for: subject)
      withExtendedLifetime((first, second)) {}
    }
    let (next, other) = (store(folder), store(folder))
    #expect(next.text(for: subject) == "two")
    #expect(other.text(for: subject) == "one")
    #expect(store(folder).draft(for: subject) == .elsewhere)
    next.keep(nil, for: subject)
    #expect(next.draft(for: subject) == .elsewhere)
    withExtendedLifetime(other) {}
  }

  @Test func whatSomebodyTidiedUpIsKeptAnewWithoutTakingAnothersPlace() {
    let folder = TemporaryFolder()
    let (first, second) = (store(folder), store(folder))
    first.keep("one", for: subject)
    Files.removeFolder(folder.path + "/sluice/drafts")
    second.keep("two", for: subject)
    first.keep("one more", for: subject)
    #expect(first.text(for: subject) == "one more")
    #expect(second.text(for: subject) == "two")
    #expect(Files.names(in: folder.path + "/sluice/drafts").count == 2)
  }

  /// A board that dies while an editor runs, with what that had written.
  private func die(
    in folder: TemporaryFolder, editing text: String, leaving left: String,
    beside name: String? = nil,
    having draft: String? = nil
  ) throws {
    let store = store(folder)
    if let draft { store.keep(draft, for: subject) }
    let place = try #require(store.beginEditing(text, for: subject))
    #expect(Files.replace(place + "/ticket.md", with: left + "\n"))
    if let name { #expect(Files.replace(place + "/" + name, with: "swap")) }
    #expect(self.store(folder).draft(for: subject) == .elsewhere)
  }

  @Test func whatAnEditorWroteOutlivesItsBoard() throws {
    let folder = TemporaryFolder()
    try die(in: folder, editing: "stored", leaving: "Written\nin vi")
    let next = store(folder)
    #expect(next.text(for: subject) == "Written\nin vi")
    #expect(Files.names(in: folder.path + "/sluice/drafts").count == 1)
    next.keep(nil, for: subject)
    #expect(Files.names(in: folder.path + "/sluice/drafts").isEmpty)
  }

  @Test func anEditorThatWroteNothingLeavesNothing() throws {
    let folder = TemporaryFolder()
    try die(in: folder, editing: "stored", leaving: "stored")
    #expect(store(folder).draft(for: subject) == .nothing)
    #expect(Files.names(in: folder.path + "/sluice/drafts").isEmpty)
  }

  @Test func whatAnEditorMadeOfADraftTakesItsPlace() throws {
    let folder = TemporaryFolder()
    try die(in: folder, editing: "first", leaving: "first and second", having: "first")
    let next = store(folder)
    #expect(next.text(for: subject) == "first and second")
    next.keep(nil, for: subject)
    #expect(next.draft(for: subject) == .nothing)
  }

  @Test func whatTheEditorKeptForItselfIsThereForTheNext() throws {
    let folder = TemporaryFolder()
    try die(in: folder, editing: "a", leaving: "b", beside: ".ticket.md.swp")
    let next = store(folder)
    #expect(next.text(for: subject) == "b")
    let place = try #require(next.beginEditing("b", for: subject))
    #expect(Files.exists(place + "/.ticket.md.swp"))
    next.endEditing(for: subject, taken: true)
    #expect(!Files.exists(place))
    #expect(next.text(for: subject) == "b")
  }

  @Test func nobodyElseMayReadThem() throws {
    let folder = TemporaryFolder()
    let owner = store(folder)
    owner.keep("mine", for: subject)
    _ = owner.beginEditing("mine", for: subject)
    let drafts = folder.path + "/sluice/drafts"
    let names = try FileManager.default.contentsOfDirectory(atPath: drafts)
    #expect(names.count == 2)
    for path in [drafts] + names.map({ drafts + "/" + $0 }) {
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o077 == 0)
    }
  }

  @Test func withoutAHomeNothingIsKept() {
    let store = DraftFolder(UserFolders { _ in nil }, for: .file("/a.db"))
    store.keep("mine", for: subject)
    #expect(store.draft(for: subject) == .nothing)
  }
}

extension DraftFolder {
  fileprivate func text(for subject: Draft.Subject) -> String? {
    if case .draft(let draft) = draft(for: subject) { draft.text } else { nil }
  }
}
