extension Verb {
  static let completion = Verb(
    words: ["completion"], summary: "Prints what makes a shell complete the words of sluice.",
    examples: [
      "sluice completion bash > ~/.local/share/bash-completion/completions/sluice",
      "sluice completion zsh > ~/.zfunc/_sluice",
      "sluice completion fish > ~/.config/fish/completions/sluice.fish",
    ],
    operands: [
      Operand(
        "SHELL", "bash, zsh or fish", .choice(CompletionScript.allCases.map(\.rawValue)))
    ],
    unoffered: [.database, .project, .json] + Option.remote,
    notes: [
      """
      The folder must be one where the shell looks: bash needs the package bash-completion, or the file
      sourced in ~/.bashrc; zsh needs the folder in $fpath before compinit. Keys of tickets, names of
      statuses, labels and people are looked up in the database while you type.
      """
    ],
    run: { session throws(Failure) in
      let script = CompletionScript(rawValue: session.invocation.operands[0])
      try session.host.output.write(script?.text ?? "")
    })
}
