import FoundationEssentials
import Testing

/// Ann and Bob, who share the project `OPS` on a server of the network.
final class Team {
  let place: Workplace
  let run: ServerRun
  private let client: WebClient

  init() throws {
    place = try Workplace()
    run = try ServerRun.listening(at: place, "--registration", "open")
    client = WebClient(.port(run.port))
    let tokens = try ["ann", "bob"].map { try register($0) }
    _ = try ask("POST", "/orgs", tokens[0], #"{"name": "Team", "slug": "team"}"#)
    _ = try ask("POST", "/orgs/team/members", tokens[0], #"{"handle": "bob", "role": "member"}"#)
    try sluice("ann", "project", "create", "--key", "OPS", "--name", "Operations")
    try sluice("ann", "ticket", "create", "Fix login timeout", "--project", "OPS")
  }

  private func register(_ name: String) throws -> String {
    struct Session: Decodable {
      let token: String

      enum CodingKeys: String, CodingKey {
        case token = "access_token"
      }
    }
    let body = #"{"email": "\#(name)@example.org", "password": "correct horse"}"#
    let answer = try ask("POST", "/auth/register", nil, body)
    let token = try JSONDecoder().decode(Session.self, from: Data(answer.utf8)).token
    _ = try place.write(token + "\n", to: "\(name).token", mode: 0o600)
    return token
  }

  private func ask(
    _ method: String, _ path: String, _ token: String?, _ body: String
  ) throws -> String {
    let headers = token.map { ["Authorization: Bearer \($0)"] } ?? []
    client.ask(method, "/api/v1" + path, headers, body: body)
    let answer = try #require(client.answer(), "\(path)")
    #expect(answer.status == 201, "\(path): \(answer.body)")
    return answer.body
  }

  private func environment(of name: String) -> [String: String] {
    place.environment.merging([
      "SLUICE_SERVER": "http://127.0.0.1:\(run.port)", "SLUICE_ORGANIZATION": "team",
      "SLUICE_TOKEN_FILE": "\(place.folder)/\(name).token",
    ]) { $1 }
  }

  /// Runs the program in someone's name.
  @discardableResult
  func sluice(_ name: String, _ arguments: String...) throws -> String {
    let outcome = try Program.run(
      [Program.path] + arguments, environment: environment(of: name))
    #expect(outcome.status == .exited(0), "\(arguments): \(outcome.messages)")
    return outcome.output
  }

  /// Who has moved the ticket from where to where, the latest first.
  func moves() throws -> [String] {
    let lines = try sluice("ann", "ticket", "history", "OPS-1").split(separator: "\n")
    return lines.filter { $0.contains("ticket.moved") }.map { line in
      let words = line.split(separator: " ")
      return ([words[2]] + words[4...]).joined(separator: " ")
    }
  }

  /// Someone's board, once it is live.
  func board(_ name: String) throws -> TerminalSession {
    let board = try TerminalSession(
      [Program.path, "--project", "OPS"], environment: environment(of: name), columns: 120,
      rows: 40)
    try board.see("OPS-1", "Fix login timeout", "● live", "Backlog 1")
    return board
  }
}
