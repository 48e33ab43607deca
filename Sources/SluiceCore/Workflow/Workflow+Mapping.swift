extension Workflow {
  /// The status of this definition that comes nearest to one of another definition: the same one if the
  /// workflow is the same, else by name, else the first of its category; `nil` if there is none.
  ///
  /// What a mapping suggests. Source: rule 5.
  public func counterpart(of status: Status, in other: Workflow) -> Status? {
    if id == other.id, let same = self.status(status.id) { return same }
    return self.status(named: status.name) ?? statuses.first { $0.category == status.category }
  }

  /// The column of this workflow's board where a ticket stands that is bound to another definition.
  ///
  /// Always one: failing a counterpart, the last that is not further on, else the first. Work that goes on is
  /// not put where work is over, nor the other way round, unless the board has no other column: whoever looks
  /// for open work looks at the open columns only.
  public func column(for status: Status, in other: Workflow) -> Status.ID {
    let isOver = status.category.isTerminal
    if let found = counterpart(of: status, in: other), found.category.isTerminal == isOver {
      return found.id
    }
    let alike = statuses.filter { $0.category.isTerminal == isOver }
    let columns = alike.isEmpty ? statuses : alike
    let order = Category.allCases
    let rank = order.firstIndex(of: status.category) ?? 0
    let before = columns.last { (order.firstIndex(of: $0.category) ?? 0) <= rank }
    return (before ?? columns.first)?.id ?? .nowhere
  }
}
