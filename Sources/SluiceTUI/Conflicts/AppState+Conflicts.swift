import Drawing
import SluiceCore

/// Choosing between what was typed and what someone else saved meanwhile.
extension AppState {
  /// Shows both versions, after what is being typed now if something is.
  mutating func show(_ conflict: Conflict) {
    // Both versions say it; the bottom line would say it twice.
    notice = nil
    giveBack(.conflict(conflict))
  }

  mutating func handleConflict(_ key: Key, _ conflict: Conflict) -> [Effect] {
    switch key {
    case .character("m"): return keepMine(conflict)
    case .character("t"):
      pop()
      say("Theirs stays; what you typed is there when you edit it again")
    case .character("e"), .escape, .control("c"):
      pop()
      push(conflict.typed.layer)
    case .down, .character("j"): scroll(1, conflict)
    case .up, .character("k"): scroll(-1, conflict)
    case .pageDown, .character(" "): scroll(conflictRows(conflict), conflict)
    case .pageUp: scroll(-conflictRows(conflict), conflict)
    default: say("m keeps mine, t takes theirs, e goes on editing")
    }
    return []
  }

  /// Saves what was typed over the present version.
  mutating func keepMine(_ conflict: Conflict) -> [Effect] {
    pop()
    push(conflict.typed.layer)
    return switch conflict.typed {
    case .form(let form): save(form)
    case .prompt(let prompt): answer(prompt)
    }
  }

  private mutating func scroll(_ distance: Int, _ conflict: Conflict) {
    var conflict = conflict
    conflict.top = min(max(0, conflict.top + distance), lastTop(of: conflict))
    replaceLayer(.conflict(conflict))
  }

  /// An answer that met a newer version: kept where only something else was changed, else both are shown.
  mutating func meet(_ conflict: Conflict) -> [Effect] {
    notice = nil
    if conflict.isNone, case .prompt(let prompt) = conflict.typed { return resend(prompt) }
    show(conflict)
    let reading: [Effect] =
      conflict.parts.contains { $0.theirs == nil } ? [.loadTicket(conflict.ticket)] : []
    return reading + [.loadHistory(conflict.ticket, PageRequest(limit: 100))]
  }

  /// Takes what has happened to a ticket, the newest first, to tell who is met in conflicts about it.
  mutating func nameChangers(of key: TicketKey, _ events: [Event]) {
    for (place, layer) in layers.enumerated() {
      if let new = layer.naming(key, events) { layers[place] = new }
    }
    for (place, layer) in returned.enumerated() {
      if let new = layer.naming(key, events) { returned[place] = new }
    }
  }

  /// Takes what was read of a ticket that a conflict is about.
  mutating func updateConflict(_ detail: TicketDetail) -> [Effect] {
    guard case .conflict(var conflict)? = layers.last, conflict.ticket == detail.state.ticket.key,
      conflict.parts.contains(where: { $0.theirs == nil })
    else { return [] }
    conflict.take(detail)
    replaceLayer(.conflict(conflict))
    return conflict.isNone ? keepMine(conflict) : []
  }

  /// Sends an answer again, which was understood before, without a question.
  private mutating func resend(_ prompt: Prompt) -> [Effect] {
    let layers = layers
    push(.prompt(prompt))
    let effects = answer(prompt)
    self.layers = layers
    return effects
  }
}

extension Layer {
  /// Itself, with who made the other version, if it is a conflict about the ticket.
  fileprivate func naming(_ key: TicketKey, _ events: [Event]) -> Layer? {
    guard case .conflict(var conflict) = self, conflict.ticket == key else { return nil }
    conflict.findChanger(in: events)
    return .conflict(conflict)
  }
}

extension Conflict.Typed {
  /// Where one goes on editing.
  fileprivate var layer: Layer {
    switch self {
    case .form(let form): .form(form)
    case .prompt(let prompt): .prompt(prompt)
    }
  }
}
