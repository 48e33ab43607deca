/// What a shell has to be told so that it asks this program for completions.
///
/// The scripts know nothing of verbs and options. What they are answered is text to them, and never
/// evaluated; an answer of a tab and `files` means that the shell completes file names.
enum CompletionScript: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The answer that hands over to the shell.
  static let files = "\tfiles"

  var text: String {
    switch self {
    case .bash: Self.bashText
    case .zsh: Self.zshText
    case .fish: Self.fishText
    }
  }

  private static let bashText = #"""
    # Completion of sluice for bash. Put it into
    # ~/.local/share/bash-completion/completions/sluice, or source it.

    _sluice() {
      mapfile -t COMPREPLY < <(
        command sluice complete --bash -- "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null
      )
      if [[ ${COMPREPLY[0]-} == $'\tfiles' ]]; then
        COMPREPLY=()
        compopt -o default
      fi
    }

    complete -F _sluice sluice

    """#

  private static let zshText = #"""
    #compdef sluice
    # Completion of sluice for zsh. Put it as _sluice into a folder of $fpath, or source it after compinit.

    _sluice() {
      local line
      local -a lines values shown
      lines=("${(@f)$(
        command sluice complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null
      )}")
      if [[ $lines[1] == $'\tfiles' ]]; then
        compset -P '--[a-z-]##='
        _files
        return
      fi
      for line in $lines; do
        values+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
      done
      compadd -l -M 'm:{a-zA-Z}={A-Za-z}' -d shown -a values
    }

    if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
      _sluice "$@"
    else
      compdef _sluice sluice
    fi

    """#

  private static let fishText = #"""
    # Completion of sluice for fish. Put it into ~/.config/fish/completions/sluice.fish, or source it.

    function __sluice_complete
        set -l words (commandline -opc)
        set -l token (commandline -ct)
        # A quotation mark may still be open.
        set -l last (string unescape -- $token
            or string unescape -- $token\"
            or string unescape -- $token\')
        set -l lines (command sluice complete -- $words[2..] "$last" 2>/dev/null)
        if test "$lines[1]" = \tfiles
            set -l head (string match -r -- '^--[a-z-]+=' $token)
            __fish_complete_path (string replace -- "$head" '' $token) | string replace -r '^' -- "$head"
        else
            printf '%s\n' $lines
        end
    end

    complete -c sluice -f -a '(__sluice_complete)'

    """#
}
