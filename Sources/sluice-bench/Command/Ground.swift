import SluiceCore
import SluiceStore

/// The databases that figures are taken on, and how they are kept.
struct Ground {
  let databases: [Database]
  let largest: Database
  let journalMode: JournalMode

  init(_ options: Options) throws(BenchError) {
    databases = try options.databases()
    guard let largest = databases.last else { throw BenchError("There is nothing to measure on.") }
    self.largest = largest
    journalMode = try asking { () throws(EngineError) in
      try Store.open(path: largest.path, seed: nil).journalMode
    }
  }

  var machine: Machine {
    get throws(BenchError) {
      Machine(disk: try DiskTime(beside: largest.path), journalMode: journalMode)
    }
  }
}
