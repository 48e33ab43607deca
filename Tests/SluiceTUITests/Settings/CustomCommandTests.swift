import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Commands of the person's own.
@Suite struct CustomCommandTests {
  private static func play(_ commands: String) throws -> Play {
    var play = Play()
    play.state.settings = try Settings(reading: Array("{commands: [\(commands)]}".utf8))
    return play
  }

  @Test func whatStandsInTheTicketBecomesArguments() throws {
    var play = try Self.play(
      "{name: 'show', key: ', s', run: ['show', '--', '{key}: {title}', '{status}', '{project}', "
        + "'{number}', '{priority}', '{assignee}', '{labels}', '{due}', '{{{key}}}']}")
    play.press(",s")
    let call = ProgramCall(
      name: "show",
      arguments: [
        "show", "--", "WF-42: Fix login timeout", "Fixing", "WF", "42", "High", "ana", "auth, bug",
        "", "{WF-42}",
      ], isInBackground: false)
    #expect(play.effects == [.awaitKey(1), .run(call)])
  }

  @Test(arguments: ["; rm -rf ~", "$(id)", "`id`", "\" ' \\", "a b\nc", "--help", "{key}"])
  func hostileTextStaysOneArgument(title: String) throws {
    var play = try Self.play("{name: 'show', key: 'x', run: ['echo', '{title}']}")
    let key = TicketKey(project: Sample.key, number: 42)
    play.engine.changeForeign(key) { $0.ticket.title = title }
    play.hearOfChange()
    play.effects = []
    play.press("x")
    let calls = play.effects.compactMap { effect -> [String]? in
      guard case .run(let call) = effect else { return nil }
      return call.arguments
    }
    #expect(calls == [["echo", title]])
  }

  @Test func howItEndedIsToldAndTheBoardReadAgain() throws {
    var play = try Self.play("{name: 'sync', key: 'x', run: ['sync'], background: true}")
    play.press("x")
    #expect(play.notice == "sync is running")
    guard case .run(let call)? = play.effects.last else {
      Issue.record("nothing is run")
      return
    }
    #expect(call.isInBackground)
    play.effects = []
    play.tell(.ran(.success(3), call))
    #expect(play.notice == "sync ended with exit status 3.")
    #expect(play.effects.contains { if case .loadBoard = $0 { true } else { false } })
    play.tell(.ran(.success(0), call))
    #expect(play.notice == "sync is done")
    play.tell(.ran(.failure(EditorError("“sync” for sync cannot be run.")), call))
    #expect(play.notice == "“sync” for sync cannot be run.")
  }

  @Test func itStandsInPaletteAndHelp() throws {
    var play = try Self.play("{name: 'browse', key: ', b', run: ['open'], summary: 'look at it'}")
    play.press(":bro")
    #expect(play.state.frame().description.contains("browse             look at it"))
    play.press("<Esc>?G")
    #expect(play.state.frame().description.contains("Your own"))
    play.press("<Enter>")
    #expect(play.effects.last.map { if case .run = $0 { true } else { false } } == true)
  }

  private static let faults: [(String, String)] = [
    ("{name: 'x y', run: ['a']}", "“x y” is no name; letters, digits and hyphens make one."),
    ("{name: 'undo', run: ['a']}", "There is a command “undo” already; choose another name."),
    ("{name: 'x'}", "A command needs a “name” and what to “run”."),
    (
      "{name: 'x', run: 'ls {key}'}",
      "Expected a program and its arguments as a list of texts for “run”, such as"
        + " [\"xdg-open\", \"https://board.example/{key}\"]."
    ),
    (
      "{name: 'x', run: ['{title}']}",
      "Which program is run cannot come from a ticket; name it first."
    ),
    (
      "{name: 'x', run: ['a', '{titel}']}",
      "A ticket has no “{titel}”; there is key, number, project, title, description, status,"
        + " priority, assignee, labels, due."
    ),
    ("{name: 'x', run: ['a', '{']}", "A “{” has no “}”; a brace itself is written “{{”."),
    (
      "{name: 'x', run: ['a'], where: ['help']}",
      "A command cannot work in “help”; there is board, gate, ticket, triage."
    ),
    (
      "{name: 'x', run: ['sh', '-c', 'echo {title}']}",
      "A shell would run what stands in the ticket; write “$1” there, and behind it"
        + " 'sh', '{title}' as arguments of their own."
    ),
    ("{name: 'x', run: ['a'], where: []}", "A command that works nowhere cannot be called."),
    ("{name: 'x', run: ['a'], kye: 'x'}", "There is no “kye” in a command. Did you mean “key”?"),
    (
      "{name: 'x', run: ['a'], key: 'u', where: ['board']}",
      "“u” calls undo on the board, by the preset “vim”. "
        + "Choose another key, or give undo another one there, or null."
    ),
  ]

  @Test(arguments: faults)
  func aFaultIsTold(command: String, fault: String) {
    let error = #expect(throws: SettingsError.self) { try Self.play(command) }
    #expect(error?.faults.map(\.message) == [fault])
  }
}
