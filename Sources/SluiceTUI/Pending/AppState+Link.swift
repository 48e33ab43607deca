import SluiceCore

extension AppState {
  /// Whether there is a line and it is lost.
  var isLineLost: Bool {
    switch link {
    case nil, .live: false
    case .reconnecting, .offline: true
    }
  }

  /// Whether a change can be sent now.
  ///
  /// Where the line is given up the engine itself says so, and what was typed is given back.
  var canSend: Bool {
    if case .reconnecting = link { false } else { true }
  }

  /// Whether a change that failed so is kept to be sent again.
  ///
  /// Only where there is a line: a file that is not available now is for the person to decide about.
  func isKept(after error: EngineError) -> Bool {
    guard link != nil, error.code == .unavailable, !pending.queue.isEmpty else { return false }
    if case .offline = link { return false }
    return true
  }

  /// Takes how the line stands.
  ///
  /// What waited for it is sent when it is back, and what was missed is read; the cards in sight stay.
  mutating func take(_ new: LinkState) -> [Effect] {
    let former = link
    link = new
    switch new {
    case .reconnecting: return []
    case .offline(let reason):
      notice = Notice(kind: .failure, text: reason)
      pending.resume()
      return []
    case .live:
      pending.resume()
      guard let former else { return loadUnread() + fillColumns() }
      return former == .live ? [] : reload() + fillColumns()
    }
  }

  /// Tries again what a line swallowed that stands all the same, and a board that could not be read.
  mutating func tryAgain() -> [Effect] {
    guard !isLineLost else { return [] }
    pending.resume()
    if case .broken = connection { return reload() }
    return []
  }

  /// Whether something is to be tried again.
  var isWaitingToTry: Bool {
    if case .broken = connection { return true }
    return pending.queue.first?.phase == .held
  }

  private func loadUnread() -> [Effect] {
    board.focusedDetail == nil ? loadFocused() : []
  }

  /// Says why something could not be read, unless the header says it already.
  mutating func failReading(_ error: EngineError) {
    guard !(isLineLost && error.code == .unavailable) else { return }
    fail(error)
  }
}
