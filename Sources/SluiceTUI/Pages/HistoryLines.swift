import Drawing
import SluiceCore

/// A ticket's history and the gates it has passed, line by line.
struct HistoryLines {
  let workflow: Workflow
  let columns: Int
  let secondsFromUTC: Int

  /// The story of events, newest first, day by day.
  func story(of events: [Event], hasOlder: Bool) -> [PageLine] {
    let story = HistoryStory(events, in: workflow, secondsFromUTC: secondsFromUTC)
    var lines: [PageLine] = []
    var day: CalendarDay?
    for entry in story.entries {
      let local = entry.at.advanced(bySeconds: Int64(secondsFromUTC)).day
      if local != day {
        day = local
        lines.append(PageLine(text: local.headline, role: .strong))
      }
      lines += self.lines(of: entry)
    }
    if hasOlder {
      lines.append(PageLine(text: "Older ones are read as you go on.", role: .dim))
    }
    return lines
  }

  private func lines(of entry: HistoryStory.Entry) -> [PageLine] {
    let lead = "\(entry.at.wallClock(secondsFromUTC: secondsFromUTC).suffix(5))  "
    let indent = String(repeating: " ", count: lead.count)
    let deeds = entry.deeds.joined(separator: "; ")
    return PageLine(lead: lead, text: "\(entry.author) \(deeds)").hanging(columns: columns)
      + entry.passages.flatMap { lines(ofTicks: $0, indent: indent) }
      + entry.warnings.flatMap {
        PageLine(lead: indent, text: "! \($0)", role: .warning).hanging(columns: columns)
      }
  }

  /// Which gates were passed, when and by whom, and what was ticked for it, newest first.
  func passages(in events: [Event], hasOlder: Bool) -> [PageLine] {
    let passages = GatePassage.standing(in: events, workflow)
    guard !passages.isEmpty else { return [] }
    let lines = passages.flatMap { passage in
      let when = passage.at.wallClock(secondsFromUTC: secondsFromUTC)
      let stages = passage.stages.map { " (\($0))" } ?? ""
      let text = "\(passage.gate)\(stages), passed by \(passage.author)"
      return PageLine(lead: "\(when)  ", text: text).hanging(columns: columns)
        + self.lines(ofTicks: passage, indent: "  ")
    }
    let older = PageLine(text: "Those of older history come as it is read.", role: .dim)
    return lines + (hasOlder ? [older] : [])
  }

  private func lines(ofTicks passage: GatePassage, indent: String) -> [PageLine] {
    passage.ticks.flatMap { tick in
      let when = tick.stamp.at.wallClock(secondsFromUTC: secondsFromUTC)
      let text = "\(tick.text) — \(tick.stamp.by), \(when)"
      return PageLine(lead: indent + "[x] ", leadRole: .checkDone, text: text)
        .hanging(columns: columns)
    }
  }
}

extension CalendarDay {
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// The day with its name: `2026-03-08, Sunday`.
  fileprivate var headline: String {
    // The first of January 1970 was a Thursday.
    let place = ((daysSinceEpoch + 4) % 7 + 7) % 7
    return "\(self), \(Self.weekdays[place])"
  }
}
