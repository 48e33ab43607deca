import Glibc
import Testing

/// A command on a terminal: keys in, a screen out.
final class TerminalSession {
  private(set) var emulator: Emulator
  /// Everything that was written to the terminal.
  private(set) var bytes: [UInt8] = []
  let child: ChildProcess
  let terminal: PseudoTerminal
  /// The line discipline as the command found it.
  let settingsBefore: [UInt8]

  init(
    _ arguments: [String], environment: [String: String], columns: Int = 80, rows: Int = 24
  ) throws {
    terminal = try PseudoTerminal(columns: columns, rows: rows)
    settingsBefore = terminal.settings
    emulator = Emulator(columns: columns, rows: rows)
    child = try ChildProcess(
      arguments, environment: environment,
      descriptors: [.file(terminal.name, flags: O_RDWR), .copy(of: 0), .copy(of: 0)],
      inNewSession: true)
  }

  func type(_ keys: String) {
    terminal.write(keys)
  }

  func resize(columns: Int, rows: Int) {
    read(waiting: 0)
    emulator.resize(columns: columns, rows: rows)
    terminal.resize(columns: columns, rows: rows)
  }

  /// Takes what there is.
  @discardableResult
  private func read(waiting milliseconds: Int32) -> Bool {
    let new = terminal.read(waiting: milliseconds)
    bytes += new
    emulator.receive(new)
    return !new.isEmpty
  }

  /// Waits until the screen is as expected; says what it looked like if it never is.
  func wait(
    for what: String, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (Emulator) -> Bool
  ) throws {
    let deadline = Deadline()
    while !condition(emulator) {
      guard !deadline.isOver else {
        let ending = child.poll().map { "\n\($0)" } ?? ""
        Issue.record("Never: \(what)\n\(emulator.text)\(ending)", sourceLocation: sourceLocation)
        throw SystemFailure(what, ETIMEDOUT)
      }
      read(waiting: 10)
    }
  }

  /// Waits until all of these texts are on the screen, wherever their lines are broken.
  func see(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: "\(texts)", sourceLocation: sourceLocation) { screen in
      texts.allSatisfy { screen.shows($0) }
    }
  }

  /// Reads until nothing has come for so long.
  func settle(milliseconds: Int32 = 200) {
    let deadline = Deadline()
    while read(waiting: milliseconds), !deadline.isOver {}
  }

  /// Waits until the command has ended and everything it wrote has been read.
  func end(sourceLocation: SourceLocation = #_sourceLocation) throws -> ExitStatus {
    let deadline = Deadline()
    while true {
      read(waiting: 10)
      if let status = child.poll() {
        while read(waiting: 0) {}
        return status
      }
      guard !deadline.isOver else {
        Issue.record("It does not end.\n\(emulator.text)", sourceLocation: sourceLocation)
        throw SystemFailure("end", ETIMEDOUT)
      }
    }
  }

  /// Expects the terminal to be as it was before the command.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(terminal.settings == settingsBefore, sourceLocation: sourceLocation)
    #expect(emulator.modesLeftOn == [], sourceLocation: sourceLocation)
    #expect(emulator.isPlain, sourceLocation: sourceLocation)
    #expect(emulator.isOnFirstScreen, sourceLocation: sourceLocation)
  }
}
