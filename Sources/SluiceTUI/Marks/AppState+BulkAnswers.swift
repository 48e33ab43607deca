import Drawing
import SluiceCore

/// What the engine answers about a change of many tickets, and the keys meanwhile.
extension AppState {
  var bulk: Bulk? {
    for case .bulk(let bulk) in layers { return bulk }
    return nil
  }

  mutating func updateBulk(_ change: (inout Bulk) -> Void) {
    for (index, layer) in layers.enumerated() {
      guard case .bulk(var bulk) = layer else { continue }
      change(&bulk)
      layers[index] = .bulk(bulk)
    }
  }

  mutating func handleBulk(_ key: Key, _ bulk: Bulk) -> [Effect] {
    let leaves = [.escape, .control("c"), .character("q")].contains(key)
    switch (key, bulk.phase) {
    case (_, .previewing) where leaves:
      leave(bulk)
      return [.interrupt]
    case (_, .applying) where leaves: return stopBulk()
    case _ where leaves: leave(bulk)
    case (.enter, .ready): return applyBulk(bulk)
    case (.enter, .done), (.enter, .failed): leave(bulk)
    case (_, .done) where keymap.action(for: key, in: .board)?.command == .undo:
      pop()
      return takeBack(.undo)
    case (.character("o"), .ready): updateBulk { $0.isAtomic.toggle() }
    default: scrollBulk(key)
    }
    return []
  }

  /// Leaves it; a comment that was not made can be typed on.
  private mutating func leave(_ bulk: Bulk) {
    pop()
    guard case .comment(let text) = bulk.change else { return }
    if case .done = bulk.phase { return }
    var prompt = Prompt(.marked(.comment), "Comment on \(markedText)")
    prompt.editor = LineEditor(text)
    push(.prompt(prompt))
  }

  private mutating func scrollBulk(_ key: Key) {
    let rows = bulkRows
    let last = max(0, bulkLength - rows)
    updateBulk { bulk in
      switch key {
      case .character("j"), .down: bulk.top += 1
      case .character("k"), .up: bulk.top -= 1
      case .character(" "), .pageDown, .control("f"), .control("d"): bulk.top += max(1, rows - 1)
      case .pageUp, .control("b"), .control("u"): bulk.top -= max(1, rows - 1)
      case .character("g"), .home: bulk.top = 0
      case .character("G"), .end: bulk.top = last
      default: break
      }
      bulk.top = min(max(bulk.top, 0), last)
    }
  }

  private mutating func applyBulk(_ bulk: Bulk) -> [Effect] {
    let tally = bulk.tally
    guard tally.changed > 0 else {
      notice = Notice(kind: .warning, text: "Nothing would be changed; esc goes back.")
      return []
    }
    guard !bulk.isAtomic || tally.refused == 0 else {
      notice = Notice(
        kind: .warning,
        text: "\(tally.refused) cannot be, so nothing would be changed; o leaves them out.")
      return []
    }
    updateBulk { $0.phase = .applying(done: 0, total: tally.changed) }
    return [.apply(bulk.order, .bulk(bulk))]
  }

  /// Gives a change up that is being made, where that is still possible.
  private mutating func stopBulk() -> [Effect] {
    if pending.withdrawBulk() {
      pop()
      say("Not sent; nothing was changed")
      return []
    }
    guard link != nil else { return [.interrupt] }
    pop()
    say("The server is at it and cannot be stopped; what became of it is told here")
    return []
  }

  mutating func take(preview result: Result<Receipt, EngineError>, of change: Change) -> [Effect] {
    guard let bulk, bulk.phase == .previewing, bulk.preview == change else { return [] }
    switch result {
    case .success(let receipt):
      guard case .tickets(let results) = receipt.subject else { break }
      updateBulk { $0.take(results, isDone: false) }
    case .failure(let error): updateBulk { $0.phase = .failed(Self.sentence(error)) }
    }
    return []
  }

  mutating func progressed(_ done: Int, _ total: Int) -> [Effect] {
    updateBulk { bulk in
      if case .applying = bulk.phase { bulk.phase = .applying(done: done, total: total) }
    }
    return []
  }

  /// Shows what became of each ticket; what was not changed stays marked.
  mutating func changedMany(_ receipt: Receipt, _ bulk: Bulk) {
    guard case .tickets(let results) = receipt.subject else { return }
    let tally = BulkTally(results)
    let left = results.filter(\.isRefused).map(\.key)
    if marks == bulk.marks {
      marks.keepOnly(left.count <= Self.mostKept ? left : [])
    } else {
      marks.release(bulk.marks, but: Set(left))
    }
    let text =
      "\(tally.changed) changed, \(tally.refused) refused; \(keymap.shown(.undo)) takes it back"
    if self.bulk?.order == bulk.order {
      updateBulk { $0.take(results, isDone: true) }
    } else {
      say(bulk.title + ": " + text, warnings: Array(receipt.warnings.prefix(1)))
    }
  }

  /// More than so many single marks are not kept.
  private static let mostKept = 1_000

  mutating func refusedMany(_ error: EngineError, _ bulk: Bulk) {
    guard self.bulk?.order == bulk.order else { return }
    notice = nil
    updateBulk { open in
      if error.results.isEmpty {
        open.phase = .failed(Self.sentence(error))
      } else {
        open.take(error.results, isDone: false)
      }
    }
  }
}
