import Passwords
import SluiceAPI
import SluiceCore
import SluiceEngine

@testable import SluiceServer

/// The file of the matrix: two organizations alike, and everyone who asks.
struct MatrixWorld {
  /// One of the two organizations, and what is in it.
  struct Half: Sendable {
    var names: [MatrixSubject: String] = [:]
    /// Second names, such as a ticket's key.
    var keys: [MatrixSubject: String] = [:]
    var others: [String: String] = [:]
  }

  /// What comes with an account.
  struct Account: Sendable {
    let person: Person
    let apiKey: String
    let personalToken: String
    let refreshToken: String
    /// The code of an invitation to the server.
    let code: String
  }

  static let password = "correct horse"

  /// Answers as ever, and keeps nothing of it.
  let server: TestServer
  var acme = Half()
  var zeta = Half()
  var deleted: [MatrixSubject: String] = [:]
  var deletedKeys: [MatrixSubject: String] = [:]
  var accounts: [String: Account] = [:]
  var tokens: [MatrixCaller: String] = [:]

  init() throws {
    let folder = TemporaryFolder()
    // Two servers on one file know nothing of each other's; the first has nothing to do by the time of the second.
    server = try TestServer(endpoints: Endpoints.all.map(\.rehearsed), in: folder)
    try fill(try MatrixBuilder(in: folder))
  }

  private mutating func fill(_ builder: MatrixBuilder) throws {
    for name in Set(MatrixCaller.all.map(\.account)).sorted() {
      accounts[name] = try builder.account(name)
    }
    let owner = try builder.known(accounts["owner"]).person
    let other = try builder.known(accounts["owner of another organization"]).person
    let reporter = try builder.known(accounts["reporter of the projects"]).person
    acme = try builder.half("acme", ["OPS", "EMPTY", "SIDE"], owner, reporter)
    zeta = try builder.half("zeta", ["ZED", "VOID", "EDGE"], other, other)
    (deleted, deletedKeys) = try builder.deleteSome(of: acme, owner)
    for caller in MatrixCaller.all {
      let person = try builder.known(accounts[caller.account]).person
      try builder.admit(caller, person, acme)
      tokens[caller] = try builder.token(caller, person, acme)
    }
  }

  /// What things are called for a caller: tokens are their own, in the other half someone else's.
  func names(of place: MatrixTarget.Place, _ caller: MatrixCaller) -> MatrixNames {
    let half = place == .zeta ? zeta : acme
    var names = MatrixNames(names: half.names, others: half.others)
    let someoneElse = caller.ownsOther ? "owner" : "owner of another organization"
    guard let own = accounts[caller.account],
      let account = place == .zeta ? accounts[someoneElse] : own
    else { return names }
    names.names[.apiKey] = account.apiKey
    names.names[.personalToken] = account.personalToken
    names.others["refresh"] = own.refreshToken
    names.others["code"] = own.code
    names.others["email"] = "\(own.person.handle)@example.org"
    return names
  }
}
