import HTTPServer
import Testing

@testable import SluiceServer

@Suite struct SettingsTests {
  private func settings(
    _ options: [Setting: String] = [:], environment: [String: String] = [:], file: String? = nil
  ) throws(StartFailure) -> Settings {
    var values = SettingValues()
    for (setting, text) in options { values.add(setting, text, from: "the command line") }
    values.add { environment[$0] }
    if let file { try values.add(file: Array(file.utf8), named: "sluiced.json") }
    return try Settings(values)
  }

  @Test func `Only the database must be named`() throws {
    let settings = try settings([.database: "a.db"])
    #expect(settings.address == .tcp(host: "127.0.0.1", port: 3_000))
    #expect(settings.registration == .inviteOnly)
    #expect(settings.socket == nil)
    #expect(!settings.isLogJSON)
    #expect(throws: StartFailure.self) { try self.settings() }
  }

  @Test func `The command line goes before the environment, and that before the file`() throws {
    let file = #"{"db": "file.db", "listen": "127.0.0.1:1", "log": "json", "socket": "s"}"#
    let environment = ["SLUICED_LISTEN": "127.0.0.1:2", "SLUICED_LOG": "text"]
    let settings = try settings([.listen: "[::1]:3"], environment: environment, file: file)
    #expect(settings.database == "file.db")
    #expect(settings.address == .tcp(host: "::1", port: 3))
    #expect(!settings.isLogJSON)
    #expect(settings.socket == "s")
  }

  @Test func `Alloy's variable says who may register, if ours does not`() throws {
    let alloy = ["SLUICED_DB": "a.db", "ALLOY_REGISTRATION": "open"]
    #expect(try settings(environment: alloy).registration == .open)
    let both = alloy.merging(["SLUICED_REGISTRATION": "disabled"]) { $1 }
    #expect(try settings(environment: both).registration == .disabled)
  }

  private func message(_ options: [Setting: String], file: String? = nil) -> String {
    do {
      _ = try settings([.database: "a.db"].merging(options) { $1 }, file: file)
      return ""
    } catch {
      return error.message + (error.nextStep.map { " " + $0 } ?? "")
    }
  }

  @Test func `What cannot be set is refused with its name and where it stands`() {
    #expect(
      message([.listen: "3000"])
        == "--listen: “3000” is no address: it is HOST:PORT, [HOST]:PORT or none. "
        + "It is set by the command line.")
    #expect(
      message([:], file: #"{"registration": "closed"}"#)
        == "--registration: “closed” is none of open, invite_only and disabled. "
        + "It is set by sluiced.json.")
    #expect(
      message([:], file: #"{"listne": "x"}"#)
        == "sluiced.json: “listne” is no setting. Did you mean “listen”?")
    #expect(message([:], file: #"{"db": 1}"#) == "sluiced.json: “db” is a number, not a text.")
    #expect(
      message([:], file: "{").hasPrefix("sluiced.json:1:2: The text ends; expected a key"))
    #expect(message([.listen: "none"]).hasPrefix("The server would listen nowhere."))
    #expect(message([.certificate: "c.pem"]).hasPrefix("A certificate and its key belong together"))
  }
}
