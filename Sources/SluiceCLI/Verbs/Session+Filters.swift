import Drawing
import SluiceCore

extension Session {
  /// What a filter on the command line asks for in a project, in the words of an engine.
  func boardFilter(
    _ text: String, of project: ProjectReference, in engine: any Engine
  ) throws(Failure) -> BoardFilter {
    let typed = FilterReading(text)
    guard typed.namesViews || typed.namesPlaces else {
      return try boardFilter(meaning(of: typed), SavedViews(), nil)
    }
    let board = try reporting { () throws(EngineError) in
      try engine.board(BoardQuery(project: project, limit: 1))
    }
    let views = typed.namesViews ? try ViewFile(folders).read() : SavedViews()
    let filter = try meaning(of: checked(typed, knowing: views, on: board, in: engine))
    return try boardFilter(filter, views, board.project.key)
  }

  private func boardFilter(
    _ filter: Filter, _ views: SavedViews, _ key: ProjectKey?
  ) throws(Failure) -> BoardFilter {
    let today = LocalTime.day(at: host.now())
    // A server is asked who one is only where that matters.
    let unnamed = "\u{0}"
    let expanded = try resolving(filter, me: unnamed, today, views, key)
    guard expanded.terms.contains(.assignee(.named(unnamed))) else { return BoardFilter(expanded) }
    return BoardFilter(try resolving(filter, me: try me(), today, views, key))
  }

  private func resolving(
    _ filter: Filter, me: String, _ today: CalendarDay, _ views: SavedViews, _ key: ProjectKey?
  ) throws(Failure) -> Filter {
    do throws(FilterFault) {
      return try filter.resolved(me: me, today: today) { views.filter($0, on: key) }
    } catch {
      throw .usage(error.message, next: invocation.verb.name + " --help")
    }
  }

  /// The reading with faults for what a board does not know: views, statuses and stages.
  func checked(
    _ reading: FilterReading, knowing views: SavedViews, on board: Board, in engine: any Engine
  ) throws(Failure) -> FilterReading {
    let known = reading.knowing(views: views, on: board.project.key)
    guard known.namesPlaces else { return known }
    let own = known.knowing(statusesOf: [board.workflow])
    guard own.faults != known.faults else { return own }
    // Tickets may be bound to other workflows, which are read only for a name that the board's does not have.
    let others = try reporting { () throws(EngineError) in
      try engine.workflows(PageRequest(limit: PageRequest.maximumLimit)).items
    }
    return known.knowing(statusesOf: [board.workflow] + others)
  }

  /// What a filter means that was typed; its faults are shown below it.
  @discardableResult
  func meaning(of reading: FilterReading) throws(Failure) -> Filter {
    guard let filter = reading.filter else {
      let count = reading.faults.count
      var failure = Failure.usage(
        "The filter has \(count == 1 ? "a fault" : "\(count) faults").",
        next: invocation.verb.name + " --help")
      failure.findings = reading.findings
      failure.details = [
        "filter": .string(reading.text),
        "faults": .array(
          reading.faults.map { fault in
            .object([
              "from": .integer(fault.range.lowerBound), "to": .integer(fault.range.upperBound),
              "message": .string(fault.message),
            ])
          }),
      ]
      throw failure
    }
    return filter
  }
}

extension FilterReading {
  /// The text, and below it a line for each fault with carets under its place.
  var findings: [String] {
    let characters = Array(text)
    return [text]
      + faults.map { fault in
        let before = String(characters[..<fault.range.lowerBound])
        let marked = String(characters[fault.range])
        let columns = [before, marked].map { DisplayWidth.columns(of: VisibleText.line($0)) }
        return String(repeating: " ", count: columns[0])
          + String(repeating: "^", count: max(1, columns[1])) + " " + fault.message
      }
  }

  fileprivate func knowing(statusesOf workflows: [Workflow]) -> FilterReading {
    knowing(
      statuses: workflows.flatMap { $0.statuses.map(\.name) },
      stages: workflows.flatMap { $0.stages.flatMap { [$0.name, $0.key] } })
  }
}
