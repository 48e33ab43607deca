import FoundationEssentials
import ProviderCalls
import SluiceCore
import SluiceEngine
import Synchronization

@testable import SluiceCLI

/// A machine with a home folder, a clock that stands at a known moment, and ids that count up.
final class Machine {
  /// What a command line came to.
  struct Run: Equatable {
    let exit: ExitCode
    let output: String
    let messages: String
  }

  let folder = TemporaryFolder()
  var environment: [String: String] = [:]
  /// How wide the terminal is; `nil` for none.
  var columns: Int?
  var clock = "2026-03-09T14:05:00Z"
  /// What the operating system calls the user.
  var name = "ana"
  /// Why the terminal is none for a board.
  var screenProblem: String?
  /// What was opened on the screen, and how it ends.
  var boards: [BoardOpening] = []
  var ending = BoardEnding.left
  /// Runs while a board is open.
  var whileOpen: (BoardOpening) -> Void = { _ in }
  /// What is typed where a line is asked for, first line first.
  var typed: [String] = []
  /// Runs while an answer is waited for.
  var whileAsked: () -> Void = {}
  /// What was shown while something took long.
  let progress = Progress()
  /// Whether the first look for an interrupt finds one.
  var isInterrupted = false
  /// The organizations that were opened on servers, by id.
  var openedOrganizations: [String] = []
  private let ids = Counter()

  init() {
    environment["HOME"] = folder.path
  }

  /// Runs a command line that is split at blanks.
  @discardableResult
  func run(_ line: String, _ more: String...) -> Run {
    run(arguments: line.split(separator: " ").map(String.init) + more)
  }

  func run(arguments: [String], table: VerbTable = .standard) -> Run {
    var output: [UInt8] = []
    var messages: [UInt8] = []
    let host = host(
      arguments,
      output: { bytes in
        output += bytes
        return 0
      },
      messages: { bytes in
        messages += bytes
        return 0
      })
    let exit = Program.run(on: host, table: table)
    return Run(
      exit: exit, output: String(decoding: output, as: UTF8.self),
      messages: String(decoding: messages, as: UTF8.self))
  }

  /// This machine with a command line, and places for what is written.
  func host(
    _ arguments: [String], output: @escaping ([UInt8]) -> Int32,
    messages: @escaping ([UInt8]) -> Int32
  ) -> Host {
    Host(
      arguments: arguments, variable: { self.environment[$0] },
      output: Output(isTerminal: columns != nil, columns: columns, sink: output),
      messages: Output(isTerminal: columns != nil, columns: columns, sink: messages),
      hasKeyboard: columns != nil,
      readLine: {
        self.whileAsked()
        return self.typed.isEmpty ? nil : self.typed.removeFirst()
      },
      readSecret: { self.typed.isEmpty ? nil : self.typed.removeFirst() },
      showProgress: columns == nil ? nil : progress.show,
      watchInterrupts: { [isInterrupted] in
        InterruptWatch(isInterrupted: { isInterrupted }, end: {})
      },
      endAfter: { _ in },
      now: { [moment] in moment }, user: { self.name },
      openEngine: open,
      openServer: { opening throws(EngineError) in
        self.openedOrganizations.append(opening.organization)
        return try self.open(
          DatabaseOpening(
            path: "\(self.folder.path)/server.db", creates: true,
            now: { [moment = self.moment] in moment }))
      },
      checkScreen: { () throws(Failure) in
        guard let problem = self.screenProblem else { return }
        throw Failure(exit: .unavailable, code: "NO_SCREEN", message: problem)
      },
      showBoard: { opening throws(Failure) in
        self.boards.append(opening)
        self.whileOpen(opening)
        return self.ending
      })
  }

  private var moment: Timestamp {
    Timestamp(reading: clock) ?? Timestamp(milliseconds: 0)
  }

  private func open(_ opening: DatabaseOpening) throws(EngineError) -> any Engine {
    try LocalEngine(
      path: opening.path, createIfMissing: opening.creates, now: opening.now,
      makeUUID: { [ids] in ids.next() }, probe: EndpointProbe.call)
  }

  /// Text that may come from any thread.
  final class Progress: Sendable {
    private let shown = Mutex("")

    var text: String { shown.withLock { $0 } }
    @Sendable func show(_ text: String) { shown.withLock { $0 += text } }
  }

  private final class Counter: Sendable {
    private let count = Atomic<UInt64>(0)

    func next() -> UUID {
      let number = count.add(1, ordering: .relaxed).newValue
      let digits = String(number, radix: 16)
      let text =
        "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
      return UUID(uuidString: text) ?? UUID()
    }
  }
}
