import SluiceCore

/// Every verb of the program.
struct VerbTable: Sendable {
  /// In the order in which help lists them.
  let verbs: [Verb]
  /// Whether an option takes a value, by name; the same for every verb that has it.
  let takesValue: [String: Bool]

  init(_ verbs: [Verb]) {
    self.verbs = verbs
    let options = verbs.flatMap(\.allOptions)
    takesValue = Dictionary(options.map { ($0.name, $0.placeholder != nil) }) { first, _ in first }
  }

  /// The verb that the words name; the one without words if there are none.
  func verb(_ words: [String]) -> Verb? {
    guard !words.isEmpty else { return verbs.first { $0.words.isEmpty } }
    return verbs.first { !$0.words.isEmpty && $0.matches(words) }
  }

  /// The verbs of which a first word is shared by several, such as `ticket`.
  func group(_ noun: String) -> [Verb] {
    verbs.filter { $0.words.count > 1 && $0.words.first == noun }
  }

  /// Every first word.
  var nouns: [String] {
    var seen: Set<String> = []
    return verbs.compactMap(\.words.first).filter { seen.insert($0).inserted } + ["help"]
  }

  /// What to say of words that name no verb.
  func unknown(_ words: [String]) -> Failure {
    let noun = words.first ?? ""
    let members = group(noun).compactMap(\.words.last)
    guard !members.isEmpty else {
      let hint = nearest(to: noun, among: nouns).map { " Did you mean “sluice \($0)”?" } ?? ""
      return .usage("“\(noun)” is not something sluice can do.\(hint)", next: "sluice --help")
    }
    let help = "sluice help \(noun)"
    guard words.count > 1 else {
      return .usage(
        "sluice \(noun) needs a verb: \(members.joined(separator: ", ")).", next: help)
    }
    let hint = nearest(to: words[1], among: members).map { " Did you mean “\($0)”?" } ?? ""
    return .usage("sluice \(noun) has no verb “\(words[1])”.\(hint)", next: help)
  }
}
