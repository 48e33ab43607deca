import Drawing
import Testing

@testable import SluiceTUI

@Suite struct CommandTableTests {
  @Test(arguments: Command.Context.allCases)
  func noKeyMeansTwoThings(context: Command.Context) {
    let keys = CommandTable.all.filter { $0.contexts.contains(context) }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: CommandTable.all.indices)
  func everyCommandIsReachableAndExplained(index: Int) {
    let command = CommandTable.all[index]
    // What has no key is called by its name, wherever that can be typed.
    #expect(!command.keys.isEmpty || !command.contexts.filter(\.hasTicket).isEmpty)
    #expect(!command.contexts.isEmpty)
    #expect(!command.summary.isEmpty)
    for context in command.contexts {
      for (variant, sequence) in command.keys.enumerated() {
        #expect(
          Keymap.standard.meaning(of: sequence.keys, in: context)
            == .action(Action(command: command.id, variant: variant)))
      }
    }
  }

  @Test func everyCommandStandsInTheTableOnce() {
    let ids = CommandTable.all.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  /// Every key of the table does something where the sample gives it something to do.
  @Test(arguments: CommandTable.all.indices)
  func everyKeyOfTheBoardDoesSomething(index: Int) {
    let command = CommandTable.all[index]
    guard command.contexts.contains(.board) else { return }
    for sequence in command.keys.prefix(2) {
      var state = Sample.state(columns: 80, rows: 24)
      state.press(Self.preparation[command.id] ?? "")
      let former = state
      let effects = sequence.keys.flatMap { state.handle(.input(.key($0))) }
      #expect(!effects.isEmpty || state != former, "\(sequence.name) does nothing")
    }
  }

  private static let preparation: [CommandID: String] = [
    .up: "j", .top: "j", .halfPageUp: "j", .pageUp: "j", .clearFilter: "/x<Enter>",
  ]
}
