import FoundationEssentials
import SQLite
import SluiceCore
import Testing

@testable import SluiceStore

/// A secret that is replaced or removed is nowhere on the disk any more.
@Suite struct SecretErasingTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder("a.db")
  }

  private func store(_ mode: JournalMode) throws -> Store {
    let now = Timestamp(milliseconds: 0)
    let workflow = try WorkflowDraft.standard.validated(id: .make(), at: now)
    return try Store.open(
      path: path, seed: Store.Seed(organization: .make(), workflow: workflow), journalMode: mode)
  }

  private func provider(_ name: String) -> Provider {
    let now = Timestamp(milliseconds: 0)
    return Provider(
      id: .make(), name: name, type: "openai", settings: [:], secrets: [], isActive: true,
      createdAt: now, updatedAt: now)
  }

  /// The files beside and with the database that hold a text.
  private func holders(of text: String) -> [String] {
    ["", "-journal", "-wal"].filter { suffix in
      guard let data = try? Data(contentsOf: URL(filePath: path + suffix)) else { return false }
      return data.contains(text)
    }
  }

  @Test(arguments: [JournalMode.writeAheadLog, .persistentJournal])
  func `Neither in the file nor beside it`(mode: JournalMode) throws {
    let store = try store(mode)
    // One that fits its row, and one that has pages of its own.
    let secrets = ["sk-short-0001", "sk-long-0001" + String(repeating: "x", count: 10_000)]
    for (index, secret) in secrets.enumerated() {
      let provider = provider("p\(index)")
      try store.writing { () throws(EngineError) in
        try store.insert(provider, config: ["api_key": secret])
      }
      let row = Int64(index + 1)
      #expect(holders(of: String(secret.prefix(12))) == [""])
      try store.writing { () throws(EngineError) in
        try store.update(row, to: provider, config: ["api_key": "sk-other-\(index)"])
      }
      #expect(holders(of: String(secret.prefix(12))) == [])
    }
    for row in 1...2 {
      try store.writing { () throws(EngineError) in try store.deleteProvider(Int64(row)) }
      #expect(holders(of: "sk-other-\(row - 1)") == [])
    }
  }

  @Test func `Nor after a change that was only tried`() throws {
    let store = try store(.persistentJournal)
    let provider = provider("p")
    try store.writing { () throws(EngineError) in
      try store.insert(provider, config: ["api_key": "sk-short-0001"])
    }
    try store.rehearsing { () throws(EngineError) in
      try store.update(1, to: provider, config: ["api_key": "sk-tried-0001"])
    }
    #expect(holders(of: "sk-tried-0001") == [])
    #expect(holders(of: "sk-short-0001") == [""])
  }

  @Test func `Other transactions keep their journal and pay nothing for it`() throws {
    let store = try store(.persistentJournal)
    let settings = ["PRAGMA secure_delete", "PRAGMA journal_size_limit"]
    let before = try settings.map { try store.database.number($0) }
    try store.writing { () throws(EngineError) in
      try store.insert(provider("p"), config: ["api_key": "sk-short-0001"])
    }
    #expect(try settings.map { try store.database.number($0) } == before)
    #expect(before[1] == 1_048_576)
  }
}

extension Data {
  fileprivate func contains(_ text: String) -> Bool {
    String(decoding: self, as: UTF8.self).contains(text)
  }
}
