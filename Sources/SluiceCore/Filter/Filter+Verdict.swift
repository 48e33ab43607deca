extension Filter {
  /// Whether a ticket of which everything is known passes.
  public func matches(_ subject: FilterSubject, _ context: FilterContext) -> Bool {
    verdict(on: subject, context) ?? false
  }

  /// Whether a ticket passes; `nil` if that depends on what is not known of it.
  public func verdict(on subject: FilterSubject, _ context: FilterContext) -> Bool? {
    switch self {
    case .term(let term): return term.verdict(on: subject, context)
    case .not(let inner): return inner.verdict(on: subject, context).map { !$0 }
    case .all(let parts):
      var verdict: Bool? = true
      for part in parts {
        switch part.verdict(on: subject, context) {
        case false?: return false
        case nil: verdict = nil
        case true?: break
        }
      }
      return verdict
    case .any(let parts):
      var verdict: Bool? = false
      for part in parts {
        switch part.verdict(on: subject, context) {
        case true?: return true
        case nil: verdict = nil
        case false?: break
        }
      }
      return verdict
    }
  }
}

extension FilterTerm {
  fileprivate func verdict(on subject: FilterSubject, _ context: FilterContext) -> Bool? {
    switch self {
    case .word(let text): subject.has(text)
    case .assignee(let person): person.isAssigned(subject, context)
    case .label(let label): subject.labels.contains { $0.isWritten(like: label) }
    case .priority(let sign, let priority): sign.holds(subject.priority, priority)
    case .status(let name): subject.place.map { $0.isIn(status: name) }
    case .stage(let name): subject.place.map { $0.isIn(stage: name) }
    case .gate(let standing): subject.place.map(standing.holds)
    case .age(let sign, let span): subject.createdAt.map { sign.holds(from: $0, span, context.now) }
    case .stale(let sign, let span):
      subject.updatedAt.map { sign.holds(from: $0, span, context.now) }
    case .due(let sign, let day):
      subject.due.map { sign.holds($0, day.day(from: context.today)) } ?? false
    case .dueNever: subject.due == nil
    case .trait(let trait): trait.holds(for: subject, context)
    // What it stands for is not known here, nor what it would be without.
    case .view: nil
    }
  }
}

extension FilterTerm.Person {
  fileprivate func isAssigned(_ subject: FilterSubject, _ context: FilterContext) -> Bool {
    switch self {
    case .me: subject.assignee?.isWritten(like: context.me) ?? false
    case .nobody: subject.assignee == nil
    case .named(let name): subject.assignee?.isWritten(like: name) ?? false
    }
  }
}

extension FilterTerm.GateStanding {
  fileprivate func holds(_ place: FilterSubject.Place) -> Bool {
    guard let requirements = place.requirements else { return false }
    return (self == .blocked) == (place.met < requirements)
  }
}

extension FilterTerm.Trait {
  fileprivate func holds(for subject: FilterSubject, _ context: FilterContext) -> Bool? {
    switch self {
    case .mine: return subject.assignee?.isWritten(like: context.me) ?? false
    case .claimed: return subject.agent != nil
    case .open: return subject.place.map { !$0.isTerminal }
    case .closed: return subject.place.map(\.isTerminal)
    case .overdue:
      guard let due = subject.due, due < context.today else { return false }
      return subject.place.map { !$0.isTerminal }
    }
  }
}

extension FilterTerm.DueDay {
  /// The day that is meant on another.
  public func day(from today: CalendarDay) -> CalendarDay {
    switch self {
    case .within(let span): today.advanced(by: span)
    case .on(let day): day
    }
  }
}

extension FilterTerm.Comparison {
  /// Whether as much time has gone by since a moment; `:` holds until the count would grow by one.
  fileprivate func holds(from start: Timestamp, _ span: FilterSpan, _ now: Timestamp) -> Bool {
    let elapsed = now.milliseconds - start.milliseconds
    guard self == .equal else { return holds(elapsed, span.milliseconds) }
    return (span.milliseconds..<span.end).contains(elapsed)
  }
}

extension String {
  /// Whether it is the same letter for letter, as an index compares; to Swift an accent may be written apart.
  fileprivate func isWritten(like other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
