import Drawing
import SluiceCore

extension Session {
  /// What a filter on the command line asks for, in the words of an engine.
  func boardFilter(_ text: String) throws(Failure) -> BoardFilter {
    let key = invocation[.project].flatMap { ProjectKey($0) }
    let views = try ViewFile(folders).read()
    let filter = try filter(text, knowing: views, on: key)
    return BoardFilter(
      filter.resolved(me: try meIfNeeded(by: filter, views, key), today: host.now().day) {
        views.filter($0, on: key)
      })
  }

  /// A filter as it was typed; its faults are shown below it.
  func filter(
    _ text: String, knowing views: SavedViews, on project: ProjectKey?
  ) throws(Failure) -> Filter {
    let reading = FilterReading(text).knowing(views: views.views(on: project).map(\.name))
    guard let filter = reading.filter else {
      let count = reading.faults.count
      var failure = Failure.usage(
        "The filter has \(count == 1 ? "a fault" : "\(count) faults").",
        next: invocation.verb.name + " --help")
      failure.findings = reading.findings
      failure.details = [
        "filter": .string(text),
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

  /// A server is asked who one is only where that matters.
  private func meIfNeeded(
    by filter: Filter, _ views: SavedViews, _ project: ProjectKey?
  ) throws(Failure) -> String {
    let expanded = filter.resolved(me: "\u{0}", today: host.now().day) {
      views.filter($0, on: project)
    }
    let names = expanded.terms.contains(.assignee(.named("\u{0}")))
    return names ? try me() : ""
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
}
