import SluiceCore

/// Makes believable tickets without end, the same for the same seed.
///
/// A ticket costs a few short strings, so that a million are made in about a second.
public struct TicketSampler: Sendable {
  /// Where every choice comes from; callers may draw their own from it.
  public var random: SplitMix64

  /// Everyone who appears.
  public static let people = Phrases.people

  /// A sampler; equal seeds give equal tickets.
  public init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// The next ticket.
  public mutating func next() -> SampleTicket {
    let part = random.pick(Phrases.parts)
    let isForeign = random.chance(22)
    return SampleTicket(
      title: isForeign ? foreignTitle() : title(part), description: description(),
      labels: labels(part), priority: priority(), assignee: random.chance(55) ? person() : nil,
      reporter: person())
  }

  /// Someone.
  public mutating func person() -> String {
    random.pick(Phrases.people)
  }

  /// Something that somebody says about a ticket.
  public mutating func remark() -> String {
    random.pick(Phrases.remarks)
  }

  private mutating func title(_ part: Phrases.Part) -> String {
    random.chance(65)
      ? part.heading + random.pick(Phrases.problems) : random.pick(Phrases.tasks) + part.name
  }

  private mutating func foreignTitle() -> String {
    let language = random.pick(Phrases.languages)
    return random.pick(language.beginnings) + random.pick(language.ends)
  }

  private mutating func description() -> String {
    guard random.chance(70) else { return "" }
    var text = random.pick(Phrases.sentences)
    if random.chance(50) { text += " " + random.pick(Phrases.sentences) }
    if random.chance(25) { text += random.pick(Phrases.steps) }
    return text
  }

  private mutating func labels(_ part: Phrases.Part) -> [String] {
    guard random.chance(45) else { return [part.label] }
    let kind = random.pick(Phrases.kinds)
    return kind < part.label ? [kind, part.label] : [part.label, kind]
  }

  private mutating func priority() -> Priority {
    switch random.below(100) {
    case ..<6: .urgent
    case ..<26: .high
    case ..<78: .medium
    default: .low
    }
  }
}
