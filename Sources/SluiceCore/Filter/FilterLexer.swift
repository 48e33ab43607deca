/// One part of a filter's text.
struct FilterToken: Hashable {
  enum Kind: Hashable {
    case open
    case close
    case minus
    case or
    case and
    /// Words without a condition's beginning.
    case word(String)
    case condition(Condition)
  }

  /// A field, a sign and what stands behind it, whether or not it makes sense.
  struct Condition: Hashable {
    let field: FilterField
    let sign: FilterTerm.Comparison
    let value: String
    /// Whether it was quoted, so that it is nothing but a name.
    let isQuoted: Bool
    let valueRange: Range<Int>
  }

  let kind: Kind
  let range: Range<Int>
}

extension Character {
  /// Whether a character before it would swallow it, so that no word can begin with it.
  fileprivate var clings: Bool {
    !isASCII && (" " + String(self)).count == 1
  }
}

/// Cuts a text into tokens; looks at each character once.
struct FilterLexer {
  private let characters: [Character]
  private var index = 0
  private(set) var faults: [FilterFault] = []
  /// Whether the text ends within quotes.
  private(set) var isUnclosed = false

  init(_ text: String) {
    characters = Array(text)
  }

  /// How many characters there are.
  var count: Int { characters.count }

  private mutating func note(_ fault: FilterFault) {
    if faults.count < FilterReading.maximumFaults { faults.append(fault) }
  }

  mutating func tokens() -> [FilterToken] {
    var tokens: [FilterToken] = []
    while let token = next() {
      if let former = tokens.last { noteHabit(former, before: token) }
      tokens.append(token)
    }
    return tokens
  }

  /// Among words “not” is one; before a condition it was meant to negate it.
  private mutating func noteHabit(_ former: FilterToken, before token: FilterToken) {
    guard case .word(let text) = former.kind, text.lowercased() == "not",
      former.range.count == text.count
    else { return }
    switch token.kind {
    case .condition:
      let condition = String(characters[token.range])
      note(FilterFault(former.range, FilterHabit.fault(text, "“-” negates: write -\(condition).")))
    case .open:
      note(FilterFault(former.range, FilterHabit.fault(text, "“-” negates: write -( … ).")))
    default: break
    }
  }

  private mutating func next() -> FilterToken? {
    while index < count, characters[index].isWhitespace || characters[index].clings { index += 1 }
    guard index < count else { return nil }
    switch characters[index] {
    case "(": return single(.open)
    case ")": return single(.close)
    case "-": return single(.minus)
    default: return item()
    }
  }

  private mutating func single(_ kind: FilterToken.Kind) -> FilterToken {
    index += 1
    return FilterToken(kind: kind, range: index - 1..<index)
  }

  private mutating func item() -> FilterToken {
    let start = index
    if let (word, sign) = opening() {
      if let field = FilterField(word: word) { return condition(field, sign, from: start) }
      noteStranger(word, at: start)
      index = start
    }
    let (text, isQuoted) = value()
    let range = start..<index
    if isQuoted, text.allSatisfy(\.isWhitespace) {
      note(FilterFault(range, "Expected a word between the quotes."))
    }
    if characters[start] != "\"", let hint = FilterHabit.hint(for: text) {
      note(FilterFault(range, FilterHabit.fault(text, hint)))
    }
    switch text.lowercased() {
    case "or" where !isQuoted: return FilterToken(kind: .or, range: range)
    case "and" where !isQuoted: return FilterToken(kind: .and, range: range)
    default: return FilterToken(kind: .word(text), range: range)
    }
  }

  private mutating func condition(
    _ field: FilterField, _ sign: FilterTerm.Comparison, from start: Int
  ) -> FilterToken {
    let valueStart = index
    let (value, isQuoted) = value()
    let condition = FilterToken.Condition(
      field: field, sign: sign, value: value, isQuoted: isQuoted, valueRange: valueStart..<index)
    return FilterToken(kind: .condition(condition), range: start..<index)
  }

  /// Letters and a sign of comparison, which begin a condition; goes behind them.
  private mutating func opening() -> (String, FilterTerm.Comparison)? {
    var end = index
    while end < count, characters[end].isASCII, characters[end].isLetter { end += 1 }
    guard end > index, end < count, ":<>=".contains(characters[end]) else { return nil }
    let word = String(characters[index..<end])
    index = end
    return (word, sign())
  }

  private mutating func sign() -> FilterTerm.Comparison {
    // As others write it: `age:>3d`.
    if characters[index] == ":" {
      index += 1
      guard index < count, "<>=".contains(characters[index]) else { return .equal }
    }
    let first = characters[index]
    index += 1
    guard first != "=" else { return .equal }
    let hasEqual = index < count && characters[index] == "="
    if hasEqual { index += 1 }
    return first == "<" ? (hasEqual ? .atMost : .less) : (hasEqual ? .atLeast : .greater)
  }

  /// Everything up to a blank or a parenthesis outside quotes, the quotes left out.
  private mutating func value() -> (text: String, isQuoted: Bool) {
    var text = ""
    var isQuoted = false
    while index < count {
      let character = characters[index]
      if character == "\"" {
        isQuoted = true
        text += quoted()
      } else if character.isWhitespace || character == "(" || character == ")" {
        break
      } else {
        text.append(character)
        index += 1
      }
    }
    return (text, isQuoted)
  }

  private mutating func quoted() -> String {
    let start = index
    var text = ""
    index += 1
    while index < count {
      let character = characters[index]
      index += 1
      if character == "\"" { return text }
      if character == "\\", index < count, "\"\\".contains(characters[index]) {
        text.append(characters[index])
        index += 1
      } else {
        text.append(character)
      }
    }
    isUnclosed = true
    note(FilterFault(start..<count, "Expected a closing quote."))
    return text
  }
}

extension FilterLexer {
  /// Whether a word before a sign was most likely meant for a field; anything else is text, such as `http:`.
  static func isStranger(_ word: String) -> Bool {
    let folded = word.lowercased()
    if FilterField.foreign.keys.contains(folded) { return true }
    return word.count > 3
      && nearest(to: folded, among: FilterField.allCases.map(\.rawValue)) != nil
  }

  private mutating func noteStranger(_ word: String, at start: Int) {
    guard Self.isStranger(word) else { return }
    let known = FilterField.allCases.map(\.rawValue)
    let near =
      FilterField.foreign[word.lowercased()].map { $0?.rawValue }
      ?? nearest(to: word.lowercased(), among: known)
    let hint =
      near.map { "Did you mean “\($0)”?" } ?? "There are \(known.joined(separator: ", "))."
    note(
      FilterFault(
        start..<start + word.count,
        "There is no condition “\(word)”. \(hint) In quotes it is looked for as text."))
  }
}
