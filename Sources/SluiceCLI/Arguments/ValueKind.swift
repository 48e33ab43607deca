/// What a value on the command line is: what may stand there, and what completion offers.
enum ValueKind: Hashable, Sendable {
  /// Anything; there is nothing to offer.
  case text
  /// One of a few words, in any case; a synonym stands for one of them.
  case choice([String], synonyms: [String: String] = [:])
  case number(ClosedRange<Int>)
  /// A day as people say it, be it `YYYY-MM-DD` or `tomorrow`.
  case day
  case file
  case theme
  case ticket
  case project
  case workflow
  case status
  /// A status that the ticket on the line may go to.
  case nextStatus
  case label
  /// Someone who works on tickets, or one of the words that stand for people.
  case person(or: [String] = [])
  case gate
  /// An item of a gate's checklist with its gate, as `gate/item`.
  case gateItem
  case field
  case provider
  case profile
}
