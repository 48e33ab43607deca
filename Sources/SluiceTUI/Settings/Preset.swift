/// Keys that belong together, on which those of the person build.
enum Preset: String, CaseIterable, Sendable {
  /// The keys of the table.
  case vim
  /// Arrows and named keys to go; letters only for what is done with a ticket.
  case arrows
  case emacs

  /// Its keys by place and command.
  var bindings: [Command.Context: Keymap.Bindings] {
    var bindings = CommandTable.bindings
    let changed = changes
    for context in Command.Context.allCases {
      for (id, keys) in changed where bindings[context]?[id] != nil {
        bindings[context]?[id] = keys
      }
    }
    return bindings
  }

  /// Where it differs from the table.
  private var changes: [CommandID: [KeySequence]] {
    switch self {
    case .vim: [:]
    case .arrows: Self.changesForArrows
    case .emacs: Self.changesForEmacs
    }
  }

  private static let changesForArrows: [CommandID: [KeySequence]] = [
    .left: ["left"], .right: ["right"], .down: ["down"], .up: ["up"], .top: ["home"],
    .bottom: ["end"], .halfPageDown: ["S-down"], .halfPageUp: ["S-up"], .pageDown: ["page-down"],
    .pageUp: ["page-up"], .firstColumn: ["0"], .carryBack: ["S-left"], .carryOn: ["S-right"],
    .filter: ["/", "C-f"], .redo: ["C-r", "C-y"], .newTicket: ["n", "ins"],
    .deleteTicket: ["D", "del"], .refresh: ["r", "F5"], .back: ["esc", "q", "left", "C-c"],
    .quit: ["q", "C-q", "C-c"],
  ]

  private static let changesForEmacs: [CommandID: [KeySequence]] = [
    .left: ["C-b", "left"], .right: ["C-f", "right"], .down: ["C-n", "down"], .up: ["C-p", "up"],
    .top: ["M-<", "home"], .bottom: ["M->", "end"], .halfPageDown: [], .halfPageUp: [],
    .pageDown: ["C-v", "page-down"], .pageUp: ["M-v", "page-up"], .firstColumn: ["C-a"],
    .lastColumn: ["C-e"], .nextStage: ["M-f"], .previousStage: ["M-b"],
    .carryBack: ["M-p", "S-left"], .carryOn: ["M-n", "S-right"], .stay: ["C-g", "esc", "q"],
    .undo: ["C-_", "C-x u"], .redo: ["C-x r"], .filter: ["C-s", "/"], .clearFilter: ["C-g", "esc"],
    .switchProject: ["C-x b", "p"], .nextPane: ["C-x o", "tab"], .refresh: ["g"],
    .leaveTriage: ["C-g", "q", "esc"], .palette: ["M-x", ":"], .searchHelp: ["C-s", "/"],
    .back: ["C-g", "esc", "q"],
    .quit: ["C-x C-c"],
  ]
}
