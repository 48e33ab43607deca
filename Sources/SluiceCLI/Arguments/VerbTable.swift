import SluiceCore

/// Every verb of the program.
struct VerbTable: Sendable {
  /// In the order in which help lists them.
  let verbs: [Verb]

  init(_ verbs: [Verb]) {
    self.verbs = verbs
  }

  /// The verb that the words name; the one without words if there are none.
  func verb(_ words: [String]) -> Verb? {
    guard !words.isEmpty else { return verbs.first { $0.words.isEmpty } }
    return verbs.first { !$0.words.isEmpty && $0.matches(words) }
  }

  /// Those that people are told of.
  var shown: [Verb] {
    verbs.filter { !$0.isHidden }
  }

  /// The verbs of which a first word is shared by several, such as `ticket`.
  func group(_ noun: String) -> [Verb] {
    verbs.filter { $0.words.count > 1 && $0.words.first == noun }
  }

  /// Every first word.
  var nouns: [String] {
    var seen: Set<String> = []
    return shown.compactMap(\.words.first).filter { seen.insert($0).inserted } + ["help"]
  }

  /// The verbs under the noun that they share, those of a single word under “program”.
  var groups: [(noun: String, verbs: [Verb])] {
    var groups: [(noun: String, verbs: [Verb])] = []
    for verb in shown where !verb.words.isEmpty {
      let noun = verb.words.count > 1 ? verb.words[0] : "program"
      if let index = groups.firstIndex(where: { $0.noun == noun }) {
        groups[index].verbs.append(verb)
      } else {
        groups.append((noun, [verb]))
      }
    }
    return groups
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
