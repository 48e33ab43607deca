/// A command of the person's own: a program that is run with something of the ticket as its arguments.
struct CustomCommand: Equatable, Sendable {
  /// One argument: texts, and what is put in from the ticket.
  struct Argument: Equatable, Sendable {
    enum Part: Equatable, Sendable {
      case text(String)
      case value(TicketValue)
    }

    let parts: [Part]
  }

  let name: String
  /// What it does, in a few words.
  let summary: String
  let contexts: [Command.Context]
  /// The program and its arguments, which no shell reads.
  let run: [Argument]
  /// Whether the board goes on meanwhile; else the program has the terminal.
  let isInBackground: Bool
}

/// Something of a ticket that a custom command can be given.
enum TicketValue: String, CaseIterable, Sendable {
  case key
  case number
  case project
  case title
  case description
  case status
  case priority
  case assignee
  case labels
  case due
}

extension CustomCommand.Argument {
  /// Why a text is no argument, as a sentence.
  struct Fault: Error {
    let message: String
  }

  /// Reads a text in which `{title}` stands for something of the ticket, and `{{` and `}}` for braces.
  init(reading text: String) throws(Fault) {
    var parts: [Part] = []
    var plain = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if (character == "{" || character == "}") && rest.first == character {
        plain.append(character)
        rest.removeFirst()
      } else if character == "{" {
        guard let end = rest.firstIndex(of: "}") else {
          throw Fault(message: "A “{” has no “}”; a brace itself is written “{{”.")
        }
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.value(try Self.value(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        plain.append(character)
      }
    }
    if !plain.isEmpty || parts.isEmpty { parts.append(.text(plain)) }
    self.parts = parts
  }

  private static func value(_ name: Substring) throws(Fault) -> TicketValue {
    if let value = TicketValue(rawValue: String(name)) { return value }
    let known = TicketValue.allCases.map(\.rawValue).joined(separator: ", ")
    throw Fault(message: "A ticket has no “{\(name)}”; there is \(known).")
  }

  /// Whether it takes that from the ticket.
  func uses(_ value: TicketValue) -> Bool { parts.contains(.value(value)) }

  /// Whether anything comes from the ticket.
  var isFixed: Bool { parts.allSatisfy { if case .text = $0 { true } else { false } } }

  /// The argument with what stands in the ticket; it stays one, whatever that is.
  func filled(by value: (TicketValue) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let name): value(name)
      }
    }.joined()
  }

  /// As it was written.
  var text: String {
    filled { "{\($0.rawValue)}" }
  }
}
