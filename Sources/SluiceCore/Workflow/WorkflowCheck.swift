/// Collects every problem of a draft.
///
/// Source: rule 1.
struct WorkflowCheck {
  let draft: WorkflowDraft
  /// What of the draft could not be read; nothing is said of it again.
  let damage: WorkflowDamage
  private(set) var faults: [WorkflowFault] = []

  init(draft: WorkflowDraft, damage: WorkflowDamage = WorkflowDamage()) {
    self.draft = draft
    self.damage = damage
  }

  mutating func run() {
    checkName(draft.name, at: "name")
    checkWord(draft.enforcement, among: Enforcement.allCases.map(\.rawValue), at: "enforcement")
    checkStatuses()
    checkTransitions()
    checkStages()
    checkGates()
    checkFields()
  }

  mutating func fault(_ place: String, _ message: String) {
    guard !damage.covers(place) else { return }
    faults.append(WorkflowFault(place, message))
  }
}

extension WorkflowCheck {
  mutating func checkName(_ name: String, at place: String) {
    if name.trimmingBlanks.isEmpty {
      fault(place, "A name is missing.")
    } else if name.trimmingBlanks != name {
      fault(place, "“\(name)” begins or ends with a blank.")
    } else if name.contains(where: \.isNewline) {
      fault(place, "A name is one line.")
    } else if name.count > WorkflowDraft.maximumNameLength {
      fault(
        place,
        "A name has at most \(WorkflowDraft.maximumNameLength) characters, not \(name.count).")
    }
  }

  mutating func checkKey(_ key: String, at place: String) {
    let isWellFormed = key.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0))
    }
    guard key.isEmpty || !isWellFormed || key.count > WorkflowDraft.maximumNameLength else {
      return
    }
    fault(place, "A key is made of letters, digits, “_”, “-” and “.”, not “\(key)”.")
  }

  mutating func checkWord(_ word: String?, among known: [String], at place: String) {
    guard let word, !known.contains(word) else { return }
    let list = known.joined(separator: ", ")
    guard let near = nearest(to: word, among: known) else {
      return fault(place, "“\(word)” is unknown; expected one of \(list).")
    }
    fault(place, "“\(word)” is unknown; did you mean “\(near)”? Expected one of \(list).")
  }

  /// Empty names are passed over; they are said to be missing.
  mutating func checkUnique(_ names: [String], _ plural: String, at place: (Int) -> String) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !name.isEmpty && !seen.insert(name).inserted {
      fault(place(index), "There are two \(plural) called “\(name)”; each is named once.")
    }
  }

  /// Refuses a name that is not among `known`.
  ///
  /// If one of the known is nameless, that one may have been meant; then nothing is said, unless the name
  /// is near another.
  mutating func checkReference(
    _ name: String, to what: String, among known: [String], at place: String
  ) {
    guard !known.contains(name) else { return }
    let near = nearest(to: name, among: known.filter { !$0.isEmpty })
    guard near != nil || !known.contains("") else { return }
    fault(
      place,
      "“\(name)” is not a \(what) of this workflow" + suggestion(near: near, among: known))
  }

  private func suggestion(near: String?, among known: [String]) -> String {
    if let near { return "; did you mean “\(near)”?" }
    guard !known.isEmpty else { return "; it has none." }
    return "; it has " + known.joined(separator: ", ") + "."
  }
}
