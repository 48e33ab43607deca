extension Filter {
  /// The same filter without anything that depends on who asks and where: `me` and `is:mine` become that
  /// person, days become days of the calendar, and saved views what they stand for.
  ///
  /// What is older or staler than a length of time stays so, and is told by the clock of whoever looks. A
  /// view that is not known stays as it is, and nothing passes it.
  public func resolved(
    me: String, today: CalendarDay, views: (String) -> Filter? = { _ in nil }
  ) -> Filter {
    resolved(me: me, today: today, views: views, depth: 0).normalized
  }

  private func resolved(
    me: String, today: CalendarDay, views: (String) -> Filter?, depth: Int
  ) -> Filter {
    mapTerms { term in
      switch term {
      case .assignee(.me), .trait(.mine): .term(.assignee(.named(me)))
      case .trait(.overdue): .all([.term(.due(.less, .on(today))), .term(.trait(.open))])
      case .due(let sign, .within(let span)):
        .term(.due(sign, .on(today.advanced(by: span))))
      case .view(let name) where depth < Self.viewDepth:
        views(name)?.resolved(me: me, today: today, views: views, depth: depth + 1) ?? .term(term)
      default: .term(term)
      }
    }
  }

  /// How deep views may name views; one that names itself ends here.
  private static let viewDepth = 4
}

extension CalendarDay {
  /// The day so much later, in whole days.
  public func advanced(by span: FilterSpan) -> CalendarDay {
    CalendarDay(daysSinceEpoch: daysSinceEpoch + span.count * span.unit.days)
  }
}
