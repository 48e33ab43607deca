/// What a key costs the program on a terminal, and what it costs to do nothing.
struct KeyFigures {
  let databases: [Database]
  let rounds: Int

  func measure() throws(BenchError) -> Section {
    let board = try Tools.board()
    var section = Section(title: "Cursor key (on a terminal of 120×40; medians)")
    for (index, database) in databases.enumerated() {
      let isLast = index == databases.count - 1
      section.figures += try KeySession(board, database).figures(rounds: rounds, isWhole: isLast)
    }
    section.notes = [
      "The panes follow once the cursor has rested for 100 ms; what that costs stands by itself."
    ]
    return section
  }
}
