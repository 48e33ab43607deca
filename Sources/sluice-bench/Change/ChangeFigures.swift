import SluiceStore

/// What changes of many tickets cost.
struct ChangeFigures {
  let databases: [Database]
  let journalMode: JournalMode

  func measure() throws(BenchError) -> Section {
    // Enough tickets for the bulk, and few enough to copy.
    guard let database = databases.first(where: { $0.tickets >= 100_000 }) ?? databases.last else {
      throw BenchError("There is nothing to measure on.")
    }
    var section = Section(title: "Changing many (\(database.sizeText) tickets)")
    for size in [1_000, 10_000] {
      section.figures += try BulkFigures(
        database: database, journalMode: journalMode, size: size
      ).figures()
    }
    section.figures += try RemapFigures(database: database).figures()
    return section
  }
}
