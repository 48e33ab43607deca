extension WorkflowFaults {
  /// The faults in the order in which a definition is written down, whatever order they were found in.
  static func ordered(_ faults: [WorkflowFault]) -> [WorkflowFault] {
    faults.enumerated()
      .map { (rank: $1.rank, found: $0, fault: $1) }
      .sorted {
        ($0.rank.section, $0.rank.index, $0.found) < ($1.rank.section, $1.rank.index, $1.found)
      }
      .map(\.fault)
  }
}

extension WorkflowFault {
  /// Which member of the definition the place is in, and which of its elements.
  fileprivate var rank: (section: Int, index: Int) {
    let members = WorkflowDraft.members
    let name = place.prefix { $0 != "[" && $0 != "." }
    let index = place.dropFirst(name.count + 1).prefix { $0.isNumber }
    return (members.firstIndex(of: String(name)) ?? members.count, Int(index) ?? -1)
  }
}
