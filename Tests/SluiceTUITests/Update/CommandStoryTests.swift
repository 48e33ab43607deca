import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// One story for each command of the table: keys, and what they lead to.
///
/// A command without a story fails, and so does a story without a command.
@Suite struct CommandStoryTests {
  private static let stories: [CommandID: (keys: String, outcome: String)] = [
    .left: ("h", "WF-118"), .right: ("l", "WF-97"), .down: ("j", "WF-77"), .up: ("k", "WF-70"),
    .top: ("jg", "WF-70"), .bottom: ("G", "WF-77"), .halfPageDown: ("k<C-d>", "WF-77"),
    .halfPageUp: ("j<C-u>", "WF-70"), .pageDown: ("k<C-f>", "WF-77"), .pageUp: ("j<C-b>", "WF-70"),
    .firstColumn: ("0", "WF-131"), .lastColumn: ("$", "no ticket"), .nextStage: ("}", "WF-97"),
    .previousStage: ("{", "WF-131"),

    .moveToNumber: ("2", "WF-77: WF-42 → Triaged"), .carryBack: ("H", "WF-42: WF-42 → Triaged"),
    .carryOn: ("0L", "WF-131: WF-131 → Triaged"), .previewMove: ("m", "WF-42 [preview]"),
    .takeMove: ("mh<Enter>", "WF-42: WF-42 → Triaged"), .stay: ("mh<Esc>", "WF-42"),

    .focusGate: ("<Space>", "WF-42 [gate]"),
    .toggleRequirement: ("<Space>x", "WF-42 [gate]: Ticked “Changelog entry written”"),
    .fillRequirement: ("<Space>G<Enter>", "WF-42 [gate prompt]"),
    .clearRequirement: ("<Space>G<Del>", "WF-42 [gate]: Root cause emptied"),

    .newTicket: ("n", "WF-42 [form]"), .editTicket: ("e", "WF-42 [form]"),
    .editDescription: ("E", "WF-42: Nothing was changed"), .comment: ("c", "WF-42 [prompt]"),
    .assign: ("a", "WF-42 [picker]"), .labels: ("#", "WF-42 [picker]"),
    .unlabel: (":unlabel bug<Enter>", "WF-42: Label “bug” removed from WF-42"),
    .due: ("d", "WF-42 [prompt]"),
    .priority: (":priority low<Enter>", "WF-42: WF-42 is Low"),
    .priorityUrgent: ("!", "WF-42: WF-42 is Urgent"), .priorityHigh: ("+", "WF-42: WF-42 is High"),
    .priorityMedium: ("=", "WF-42: WF-42 is Medium"), .priorityLow: ("-", "WF-42: WF-42 is Low"),
    .deleteTicket: ("D", "WF-42 [question]"),
    .nextItem: ("o<Tab>", "WF-42 [ticket]"), .previousItem: ("o<S-Tab>", "WF-42 [ticket]"),
    .changeItem: ("o<Tab><Enter>", "WF-42 [ticket prompt]"),
    .mark: ("v", "WF-42"), .markRange: ("vjV", "WF-77"),
    .markAll: ("*", "WF-42: All of Fixing marked; * again marks the board"),
    .triage: ("t", "WF-42 [triage]"), .skip: ("ts", "WF-77 [triage]"),
    .assignAgain: ("tA", "WF-42 [triage]: Nobody was assigned yet; a assigns."),
    .labelAgain: ("tL", "WF-42 [triage]: No label was added yet; # chooses one."),
    .decisions: ("tU", "WF-42 [triage]: Nothing was decided yet."), .leaveTriage: ("tq", "WF-42"),
    .undo: ("-u", "WF-42: WF-42: priority Low taken back"),
    .redo: ("-u<C-r>", "WF-42: WF-42: priority Low made again"),

    .filter: ("/", "WF-42 [filter]"), .clearFilter: ("/csv<Enter><Esc>", "WF-77"),
    .pickView: ("f", "WF-42: There is no saved view yet: / types a filter, ^S there saves it."),
    .search: ("o/trace<Enter>", "WF-42 [ticket]"),
    .nextMatch: ("o/trace<Enter>n", "WF-42 [ticket]"),
    .previousMatch: ("o/trace<Enter>N", "WF-42 [ticket]"),
    .openTicket: ("o", "WF-42 [ticket]"), .switchProject: ("p", "WF-42 [picker]"),
    .nextPane: ("<Tab>", "WF-42, Gate"),

    .help: ("?", "WF-42 [help]"), .searchHelp: ("?/undo<Enter>", "WF-42 [help]"),
    .runEntry: ("?/one down<Enter><Enter>", "WF-77"), .palette: (":", "WF-42 [palette]"),
    .editSettings: (":settings<Enter>", "WF-42 {settings}"), .refresh: ("r", "WF-42: Read anew"),
    .redraw: ("<C-l>", "WF-42 {redraw}"), .suspend: ("<C-z>", "WF-42 {suspend}"),
    .back: ("o<Esc>", "WF-42"), .quit: ("q", "WF-42 {quit}"),
  ]

  @Test(arguments: CommandTable.all.indices)
  func everyCommandHasAStory(index: Int) throws {
    let command = CommandTable.all[index]
    let story = try #require(Self.stories[command.id], "\(command.name)")
    var play = Play(columns: 80, rows: 24)
    play.press(story.keys)
    #expect(Self.outcome(play) == story.outcome, "\(command.name)")
  }

  @Test func everyStoryIsOfACommandThatItsKeysCall() {
    #expect(Set(Self.stories.keys) == Set(CommandTable.all.map(\.id)))
    for command in CommandTable.all {
      let keys = Self.stories[command.id]?.keys ?? ""
      let names = command.keys.map { $0.keys.map(\.name).joined() } + [":\(command.name)"]
      let isCalled = names.contains { keys.contains($0) } || command.id == .moveToNumber
      #expect(isCalled, "\(command.name) by \(keys)")
    }
  }

  /// Every command has a line in the help of some place, or its reason in the palette.
  @Test func everyCommandIsListed() {
    let entries = Sample.state().entries()
    #expect(entries.map(\.name) == CommandTable.all.map(\.name))
    for entry in entries { #expect(!entry.summary.isEmpty) }
  }

  private static func outcome(_ play: Play) -> String {
    let layers = play.state.layers.map { String(describing: $0).prefix { $0 != "(" } }
    let place = layers.isEmpty ? "" : " [\(layers.joined(separator: " "))]"
    let effect: String? =
      switch play.effects.last {
      case .quit: "quit"
      case .redraw: "redraw"
      case .suspend: "suspend"
      case .editSettings: "settings"
      default: nil
      }
    let pane = play.state.board.drawer
    let shown = layers.isEmpty && pane != .moves ? ", \(pane.rawValue)" : ""
    let said = play.notice.map { ": \($0)" } ?? ""
    return (play.focus ?? "no ticket") + shown + place + (effect.map { " {\($0)}" } ?? "") + said
  }
}
