import Glibc
import Testing

@testable import SluiceCLI

@Suite("Profiles") struct ProfileVerbTests {
  private let machine = Machine()
  private let file = ".config/sluice/profiles.json"

  private var text: String { machine.folder.read(file) ?? "" }

  private var mode: mode_t {
    var status = stat()
    stat(machine.folder.path + "/" + file, &status)
    return status.st_mode & 0o777
  }

  @Test("They are set, shown and listed, and a token is never among what is shown")
  func story() {
    let key = machine.folder.write("alloy_live_secret\n", to: "key.txt")
    #expect(
      machine.run("profile set team --server https://board.example/ --organization acme")
        == .done(
          "Profile team is set.",
          noting: "“sluice profile use team” makes it the one that is used."))
    #expect(machine.run("profile set team --token-file \(key) --agent bot-1").exit == .done)
    #expect(mode == 0o600)
    #expect(machine.run("profile set box --server unix:/run/s").exit == .done)
    #expect(
      machine.run("profile use team")
        == .done("Profile team is used from now on: https://board.example."))
    #expect(
      machine.run("profile list")
        == .done(
          """
          NAME            SERVER                 ORGANIZATION  SIGNED IN
          box             unix:/run/s                          by the system
          team (current)  https://board.example  acme          yes
          """))
    #expect(
      machine.run("profile show")
        == .done(
          """
          team (current)

          Server        https://board.example
          Organization  acme
          Signed in     yes
          Agent         bot-1
          """))
    #expect(!machine.run("profile show team --json").output.contains("secret"))
    #expect(!machine.run("profile list --json").output.contains("secret"))
    #expect(text.contains("alloy_live_secret"))
  }

  @Test("A token is read from the standard input too, and another server gets none")
  func tokens() {
    machine.typed = ["oi_pat_1"]
    machine.run("profile set team --server https://board.example --token-stdin")
    #expect(text.contains("oi_pat_1"))
    machine.run("profile set team --server https://other.example")
    #expect(!text.contains("oi_pat_1"))
    for token in ["", "two words", "ö"] {
      machine.typed = [token]
      #expect(machine.run("profile set team --token-stdin").exit == .configuration)
    }
  }

  @Test("An empty value takes a setting away")
  func emptied() {
    machine.run("profile set team --server https://board.example --organization acme")
    #expect(
      machine.run(arguments: ["profile", "set", "team", "--organization", ""]).exit == .done)
    #expect(!text.contains("acme"))
  }

  @Test("What others may read is refused, with the command that closes it")
  func exposed() {
    machine.run("profile set team --server unix:/s")
    let path = machine.folder.path + "/" + file
    for mode: mode_t in [0o640, 0o604, 0o660] {
      chmod(path, mode)
      #expect(
        machine.run("project list")
          == .failed(
            .configuration,
            """
            sluice: Others may read “\(path)”, and there are tokens in it.
              next: Close it to them; if they may have read it, sign out and in again.
              run:  chmod 600 \(path)
            """))
    }
    #expect(machine.run("project list --db \(machine.folder.path)/none.db").exit == .notFound)
    chmod(path, 0o600)
    #expect(machine.run("profile list").exit == .done)
  }

  @Test(
    "A file that is none of profiles is left as it is",
    arguments: [
      ("{\n\"profiles\": {,}}", "Line 2: "), ("[]", "There is no object “profiles” in it."),
      (#"{"profiles": {"a": 1}}"#, "Profile “a” is a number, not an object."),
      (#"{"profiles": {"a": {}}}"#, "Profile “a” has no “server”."),
      (
        #"{"profiles": {"a": {"server": "x"}}}"#,
        "“server” of profile “a” is neither https://HOST nor unix:PATH."
      ),
      (
        #"{"profiles": {"a": {"server": "unix:/s", "token": 1}}}"#,
        "“token” of profile “a” is a number, not a text."
      ),
      (
        #"{"profiles": {}, "current": "b"}"#,
        "There is no profile “b”, which should be the current one."
      ),
    ])
  func broken(text: String, message: String) {
    machine.run("profile set team --server unix:/s")
    let path = machine.folder.write(text, to: file)
    chmod(path, 0o600)
    for line in ["profile list", "profile set team --agent x", "project list"] {
      let run = machine.run(line)
      #expect(run.exit == .configuration, "\(line)")
      let beginning = "sluice: The profiles in “\(path)” cannot be used. \(message)"
      #expect(run.messages.hasPrefix(beginning), "\(run.messages)")
    }
    #expect(machine.folder.read(file) == text)
  }

  @Test("One is removed only if that was said")
  func removed() {
    machine.run("profile set team --server unix:/s")
    machine.run("profile use team")
    #expect(machine.run("profile remove team").exit == .usage)
    #expect(machine.run("profile remove team --dry-run").exit == .done)
    #expect(machine.run("profile remove team --yes") == .done("Removed profile team."))
    #expect(machine.run("profile list") == .done("", noting: "No profiles."))
    #expect(
      machine.run("profile show")
        == .done("", noting: "No profile is current; the local file is used."))
    #expect(machine.run("profile remove team --yes").exit == .notFound)
    #expect(machine.run("profile use team").exit == .notFound)
  }

  @Test(
    "What cannot be set is refused",
    arguments: [
      "team", "team --agent x", "local --server unix:/s", "-x --server unix:/s",
      "a/b --server unix:/s", "team --server ftp://board.example",
      "team --server unix:/s --plain-http maybe",
      "team --server unix:/s --token-file x --token-stdin",
    ])
  func refused(line: String) {
    #expect(machine.run("profile set \(line)").exit == .usage)
    #expect(!machine.folder.exists(file))
  }

  @Test("Their names are completed")
  func completed() {
    machine.run("profile set team --server unix:/s")
    machine.run("profile set temp --server unix:/s")
    #expect(machine.offers("profile use te") == ["team", "temp"])
    #expect(machine.offers("project list --profile l") == ["local"])
    #expect(machine.offers("project list --project ", "O") == [])
  }
}
