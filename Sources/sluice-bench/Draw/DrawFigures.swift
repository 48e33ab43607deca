/// What it costs to draw, beside a curses program that shows the same screen.
struct DrawFigures {
  let database: Database

  func measure() throws(BenchError) -> Section {
    let program = try BareCopy()
    var section = Section(title: "Drawing (board of 120×40, for each frame)")
    for (scene, name) in [
      (DrawRepetition.Scene.repaint, "full repaint"), (.cursor, "cursor move"),
    ] {
      let ours = try Counting.cost {
        DrawRepetition.words(program.path, .sluice, scene, times: $0, database)
      }
      let theirs = try Counting.cost {
        DrawRepetition.words(program.path, .curses, scene, times: $0, database)
      }
      section.figures += [
        Figure(
          name: name, unit: Counting.unit, value: ours.amount,
          baseline: ("C and curses", theirs.amount), target: .ratioAtMost(0.2)),
        Figure(
          name: name + ", output", unit: .bytes, value: ours.bytes,
          baseline: ("C and curses", theirs.bytes), target: .ratioAtMost(1)),
      ]
    }
    section.notes = [
      "Ours from the key to the bytes: the key's effect, layout, drawing and difference. Curses is given "
        + "the finished runs of text.",
      Counting.countsInstructions
        ? "Instructions as callgrind counts them."
        : "Processor time, for valgrind is not installed.",
    ]
    return section
  }
}
