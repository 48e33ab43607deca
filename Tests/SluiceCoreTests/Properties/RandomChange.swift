@testable import SluiceCore

extension TicketChange {
  /// Any change to a ticket of the world, sensible more often than not.
  static func random(in world: World, _ random: inout SeededGenerator) -> TicketChange {
    switch random.below(100) {
    case ..<35:
      .move(to: random.chance(4) ? "Nowhere" : world.name(random.below(world.states.count)))
    case ..<70: .confirming(in: world, &random)
    case ..<95: .edit(.random(&random))
    default: .comment(random.chance(80) ? "Seen." : " ")
    }
  }

  private static func confirming(
    in world: World, _ random: inout SeededGenerator
  ) -> TicketChange {
    let gate = random.below(world.gates.count + 1)
    let isOn = random.chance(85)
    return switch random.below(3) {
    case 0: .tick(gate: "g\(gate)", item: "i\(random.below(3))", isOn: isOn)
    case 1: .acknowledge(gate: "g\(gate)", isOn: isOn)
    default:
      .setValue(
        field: "f\(random.below(world.fields + 1))",
        text: isOn ? ["1", " 2.0", "", "many"][random.below(4)] : nil)
    }
  }
}

extension TicketEdit {
  private static let words = ["ann", " bo", "", "two\nlines", "ui"]
  private static let labels = ["ui", "auth", " slow ", "", "ui "]

  fileprivate static func random(_ random: inout SeededGenerator) -> TicketEdit {
    var edit = TicketEdit()
    if random.chance(30) { edit.title = ["One", "Two ", " ", "a\nb"][random.below(4)] }
    if random.chance(20) { edit.description = ["", "Long."][random.below(2)] }
    if random.chance(30) { edit.priority = Priority.allCases[random.below(4)] }
    if random.chance(30) { edit.assignee = Setting(words[random.below(words.count)]) }
    if random.chance(15) { edit.reporter = Setting(random.chance(50) ? "cy" : nil) }
    if random.chance(15) { edit.due = Setting(CalendarDay("2026-03-3\(random.below(3))")) }
    for _ in 0..<random.below(3) { edit.addedLabels.append(labels[random.below(labels.count)]) }
    for _ in 0..<random.below(2) { edit.removedLabels.append(labels[random.below(labels.count)]) }
    return edit
  }
}
