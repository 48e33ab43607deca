import SluiceCore
import SluiceTUI

extension Verb {
  static let keys = Verb(
    words: ["keys"], summary: "Lists the commands of the board and the keys in force.",
    examples: ["sluice keys", "sluice keys --json"],
    unoffered: [.database, .project] + Option.remote,
    notes: [
      """
      Keys are set up in config.json5 in $XDG_CONFIG_HOME/sluice (~/.config/sluice). A file with faults
      is refused with their lines, here as by the board.
      """
    ],
    run: { session throws(Failure) in
      let settings = try session.settings()
      if session.isJSON { return try session.print(settings.json) }
      var table = TextTable([
        .init(heading: "WHERE"), .init(heading: "COMMAND"), .init(heading: "KEYS"),
        .init(heading: "WHAT IT DOES", isFlexible: true),
      ])
      for command in settings.boundCommands {
        table.add([
          command.context.rawValue, command.name, command.keys.joined(separator: ", "),
          command.summary,
        ])
      }
      try session.print(table)
    })
}

extension Settings {
  fileprivate var json: JSONValue {
    .array(
      boundCommands.map { command in
        .object([
          "where": .string(command.context.rawValue), "command": .string(command.name),
          "keys": .texts(command.keys), "summary": .string(command.summary),
        ])
      })
  }
}
