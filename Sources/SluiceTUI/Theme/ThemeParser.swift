import Drawing

/// Reads the lines of a theme file and collects what is wrong with them.
///
/// ```
/// inherits = dark                   another theme this one builds on; if at all, first
/// $accent = #5fafff                 a colour with a name
/// cardKey = $accent on 234 bold     a role: colours, then attributes; what is left out is plain's
/// overlay.focused = on 238          an overlay: what is left out shows what lies below
/// ```
struct ThemeParser {
  private var roles: [Theme.Paint] = Role.allCases.map { _ in .inherited }
  private var overlays: [Theme.Paint] = Overlay.names.map { _ in .inherited }
  private var colors: [String: Color] = [:]
  private var firstLines: [String: Int] = [:]
  private var problems: [ThemeError.Problem] = []

  mutating func parse(
    _ text: String, named file: String, inherited: (String) -> Theme?
  ) throws(ThemeError) -> Theme {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      read(line, number: index + 1, inherited: inherited)
    }
    guard problems.isEmpty else { throw ThemeError(file: file, problems: problems) }
    return Theme(name: ThemeParser.name(of: file), roles: roles, overlays: overlays)
  }

  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".theme") ? String(last.dropLast(6)) : last
  }

  private mutating func read(
    _ line: Substring, number: Int, inherited: (String) -> Theme?
  ) {
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    if let comment = words.firstIndex(where: ThemeParser.startsComment) {
      words.removeSubrange(comment...)
    }
    guard let key = words.first else { return }
    guard words.count > 2, words[1] == "=" else {
      return report("expected “key = value”, such as “cardKey = 75 bold”", number)
    }
    if let first = firstLines.updateValue(number, forKey: key) {
      return report("“\(key)” was already set in line \(first)", number)
    }
    assign(Array(words.dropFirst(2)), to: key, number: number, inherited: inherited)
  }

  /// A `#` starts a comment unless a colour follows it at once.
  private static func startsComment(_ word: String) -> Bool {
    word.first == "#" && !(word.count == 7 && word.dropFirst().allSatisfy(\.isHexDigit))
  }

  private mutating func assign(
    _ words: [String], to key: String, number: Int, inherited: (String) -> Theme?
  ) {
    if key == "inherits" {
      inherit(words.joined(separator: " "), number: number, inherited: inherited)
    } else if key.first == "$" {
      name(words.joined(separator: " "), as: key, number: number)
    } else if let role = Role.allCases.first(where: { $0.name == key }) {
      roles[Int(role.rawValue)] = paint(words, number: number)
    } else if let overlay = Overlay.names.firstIndex(where: { "overlay.\($0)" == key }) {
      overlays[overlay] = paint(words, number: number)
    } else {
      report(
        "unknown key “\(key)”; the nearest known one is “\(ThemeKey.nearest(to: key))”", number)
    }
  }

  private mutating func inherit(_ name: String, number: Int, inherited: (String) -> Theme?) {
    guard firstLines.count == 1 else {
      return report("“inherits” must come before everything else", number)
    }
    guard let theme = inherited(name) else {
      return report("there is no theme “\(name)” to inherit from", number)
    }
    roles = theme.roles
    overlays = theme.overlays
  }

  private mutating func name(_ value: String, as key: String, number: Int) {
    if let color = color(value, number: number) { colors[key] = color }
  }

  private mutating func paint(_ words: [String], number: Int) -> Theme.Paint {
    var paint = Theme.Paint()
    var rest = words[...]
    if let word = rest.first, word != "on", Attributes(name: word) == nil {
      paint.foreground = color(rest.removeFirst(), number: number)
    }
    if rest.first == "on" {
      rest.removeFirst()
      let word = rest.popFirst() ?? ""
      paint.background = color(word, number: number)
    }
    for word in rest {
      if let attribute = Attributes(name: word) {
        paint.attributes.formUnion(attribute)
      } else {
        let known = Attributes.names.map(\.name).joined(separator: ", ")
        report("unknown attribute “\(word)”; expected one of \(known)", number)
      }
    }
    return paint
  }

  private mutating func color(_ word: String, number: Int) -> Color? {
    if let color = colors[word] ?? Color(name: word) { return color }
    let expected = "a number from 0 to 255, #rrggbb, “default”, a name such as “blue” or a $name"
    report("unknown colour “\(word)”; expected \(expected) set above", number)
    return nil
  }

  private mutating func report(_ message: String, _ line: Int) {
    problems.append(ThemeError.Problem(line: line, message: message))
  }
}
