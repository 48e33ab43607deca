/// What the manual says that no verb says.
enum ManualText {
  static let description = [
    """
    Sluice shows where work stands, where it may go next, and what each gate still asks for.
    Boards are in a SQLite file, on which any number of programs may work at once, or on a server.
    """,
    """
    Without a verb it opens the board of the last used project, on which “?” lists the keys.
    With a verb it does one thing and ends: text for people, with --json an object for programs.
    Data goes to the standard output, everything else to the standard error.
    """,
    """
    Options may stand anywhere on the line, with their value after a blank or an equals sign, and may be
    cut short as long as only one is meant.
    What follows “--” is no option.
    A “-” in place of a file is the standard input.
    """,
    """
    A failure is a sentence and, where there is one, the command that would help.
    With --json it is an object with the member “error”, in which are code, message, details, next_step
    and next_command.
    """,
  ]

  static let environment = [
    ("SLUICE_THEME", "The theme of the board, as --theme."),
    ("NO_COLOR", "If it is not empty, the board has no colours."),
    ("COLORTERM", "With “truecolor” or “24bit”, the board has all of them."),
    ("SLUICE_EDITOR", "The editor for descriptions; else VISUAL, else EDITOR, else vi."),
    ("SLUICE_SERVER", "The server, as --server."),
    ("SLUICE_PROFILE", "How you work with a server, as --profile."),
    ("SLUICE_ORGANIZATION", "The organization on the server, as --organization."),
    ("SLUICE_TOKEN", "What proves to the server who you are, instead of signing in."),
    ("SLUICE_TOKEN_FILE", "The file whose first line is that."),
    ("SLUICE_AGENT_ID", "The agent that acts in your name."),
    ("TMPDIR", "Where a text lies while it is in the editor."),
    ("XDG_DATA_HOME", "The folder above that of the database."),
    ("XDG_STATE_HOME", "The folder above that of what is remembered between runs."),
    ("XDG_CONFIG_HOME", "The folder above that of your themes and profiles."),
  ]

  static let files = [
    ("~/.local/share/sluice/sluice.db", "The boards, unless --db names another file."),
    ("~/.local/state/sluice/last-project", "The last used project of each place."),
    ("~/.local/state/sluice/servers", "What servers said that need not be asked again."),
    ("~/.config/sluice/profiles.json", "How you work with servers; only you may read it."),
    ("~/.config/sluice/themes/NAME.theme", "Your themes."),
  ]
}
