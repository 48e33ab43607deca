/// A stretch of one row that is written in one pen.
struct Run {
  let row: Int
  let start: Int
  var end: Int
  /// The paint it is written in.
  var paint: PaintTable.Number
  /// Whether it is of blanks only, so that other paints do as well.
  var isBlank: Bool
  /// Whether the rest of the row is erased behind it.
  var erases = false
  /// The next run of the same paint, or -1.
  fileprivate(set) var next = -1
}

/// The runs of a frame: gathered in reading order, taken out paint by paint.
struct RunList {
  private var runs: [Run] = []
  /// The paints of the runs that were not taken out, in the order in which they first occur.
  private(set) var paints: [PaintTable.Number] = []
  /// The first and the last run of each paint; -1 where there is none.
  private var firsts: [Int] = []
  private var lasts: [Int] = []

  var last: Run? { runs.last }

  subscript(index: Int) -> Run { runs[index] }

  mutating func append(_ run: Run) {
    runs.append(run)
  }

  mutating func replaceLast(by run: Run) {
    runs[runs.count - 1] = run
  }

  /// Drops the runs of the row that came last.
  mutating func removeRuns(of row: Int) {
    while runs.last?.row == row { runs.removeLast() }
  }

  mutating func removeAll() {
    runs.removeAll(keepingCapacity: true)
  }

  /// Chains the runs by paint, of which there are so many.
  mutating func chain(paintCount: Int) {
    if firsts.count < paintCount {
      firsts = Array(repeating: -1, count: paintCount)
      lasts = firsts
    }
    for index in runs.indices {
      let paint = runs[index].paint
      if firsts[paint] < 0 {
        firsts[paint] = index
        paints.append(paint)
      } else {
        runs[lasts[paint]].next = index
      }
      lasts[paint] = index
    }
  }

  /// Takes out the runs of a paint and answers where the first is.
  mutating func take(_ paint: PaintTable.Number) -> Int {
    defer { firsts[paint] = -1 }
    paints.removeAll { $0 == paint }
    return firsts[paint]
  }
}
