import HTTPServer
import SluiceCore
import SluiceEngine
import Testing

@testable import SluiceServer

@Suite struct IdentityTests {
  @Test func `Who registers is in, and has an organization`() throws {
    let server = try TestServer()
    let reply = try server.register("ann")
    #expect(reply.status == 201)
    #expect(reply["email"] == "ann@example.org")
    #expect(reply["handle"] == "ann")
    #expect(reply["token_type"] == "Bearer")
    #expect(reply["expires_in"] == "3600")
    #expect(reply["access_token"]?.hasPrefix("slu_at_") == true)
    #expect(reply["access_token"]?.utf8.count == 7 + 43)
    let me = try server.ask("GET", "/api/v1/auth/me", token: reply["access_token"])
    #expect(me.status == 200)
    #expect(me["user_id"] == reply["user_id"])
    #expect(me["org_id"] == reply["org_id"])
    #expect(me["role"] == "Owner")
    let again = try server.register("ann")
    #expect(again.status == 409)
    #expect(again["error.code"] == "CONFLICT")
  }

  @Test func `A password that is too short is refused, as is a field that is not known`() throws {
    let server = try TestServer()
    let reply = try server.ask(
      "POST", "/api/v1/auth/register",
      #"{"email": "ann@example.org", "password": "short", "displayname": "Ann"}"#)
    #expect(reply.status == 400)
    #expect(reply["error.details.faults.0.place"] == "password")
    #expect(reply["error.details.faults.1.place"] == "displayname")
    #expect(
      reply["error.details.faults.1.message"]
        == "This is not known here; did you mean “display_name”?")
  }

  @Test func `Nothing tells whether there is an account`() throws {
    let server = try TestServer()
    _ = try server.register("ann")
    #expect(try server.logIn("ann").status == 200)
    let wrong = try server.logIn("ann", password: "wrong horse")
    let nobody = try server.logIn("bob")
    #expect(wrong.status == 401)
    #expect(wrong.text == nobody.text)
    #expect(wrong["error.code"] == "INVALID_CREDENTIALS")
  }

  @Test func `Too many attempts wait`() throws {
    let server = try TestServer()
    for _ in 0..<10 { #expect(try server.logIn("bob").status == 401) }
    let reply = try server.logIn("bob")
    #expect(reply.status == 429)
    #expect(reply.headers["Retry-After"] == "301")
    server.wait(seconds: 301)
    #expect(try server.logIn("bob").status == 401)
  }

  @Test func `A login ends by its hour, by logging out, and goes on by its refresh token`() throws {
    let server = try TestServer()
    let login = try server.register("ann")
    let access = login["access_token"] ?? ""
    let refresh = #"{"refresh_token": "\#(login["refresh_token"] ?? "")"}"#
    server.wait(seconds: 3_600)
    let late = try server.ask("GET", "/api/v1/auth/me", token: access)
    #expect(late.status == 401)
    #expect(late.headers["WWW-Authenticate"] == "Bearer")
    let fresh = try server.ask("POST", "/api/v1/auth/refresh", refresh)
    #expect(fresh.status == 200)
    #expect(try server.ask("POST", "/api/v1/auth/refresh", refresh).status == 401)
    let token = fresh["access_token"] ?? ""
    #expect(try server.ask("GET", "/api/v1/auth/me", token: token).status == 200)
    #expect(try server.ask("POST", "/api/v1/auth/logout", token: token).status == 204)
    #expect(try server.ask("GET", "/api/v1/auth/me", token: token).status == 401)
    // A refresh token is no access token.
    let other = try server.logIn("ann")["refresh_token"]
    #expect(try server.ask("GET", "/api/v1/auth/me", token: other).status == 401)
  }

  @Test func `Only who is invited may register, once`() throws {
    let server = try TestServer(.inviteOnly)
    let refused = try server.register("bob")
    #expect(refused.status == 403)
    #expect(refused["error.code"] == "INVITATION_NEEDED")
    _ = try server.server.parts.directory.create(
      AccountDraft(email: "ann@example.org", isInstanceAdmin: true), passwordHash: nil)
    let code = try Invitations.make(
      server.server.parts.directory, email: "bob@example.org",
      now: server.server.parts.now())
    let body = """
      {"email": "bob@example.org", "password": "correct horse", "invite_code": "\(code)"}
      """
    #expect(try server.ask("POST", "/api/v1/auth/register", body).status == 201)
    #expect(try server.ask("POST", "/api/v1/auth/register", body).status == 403)
  }

  @Test func `Where registration is disabled nobody registers`() throws {
    let reply = try TestServer(.disabled).register("ann")
    #expect(reply.status == 403)
    #expect(reply["error.code"] == "REGISTRATION_DISABLED")
  }

  @Test func `An API key is shown once, does no more than it may, and is revoked at once`() throws {
    let server = try TestServer()
    let token = try server.token(of: "ann")
    let made = try server.ask(
      "POST", "/api/v1/auth/api-keys", token: token, #"{"name": "ci", "scope": "read"}"#)
    #expect(made.status == 201)
    let key = made["key"] ?? ""
    #expect(key.hasPrefix("alloy_live_"))
    let list = try server.ask("GET", "/api/v1/auth/api-keys", token: key)
    #expect(list["items.0.name"] == "ci")
    #expect(!list.text.contains(key))
    let refused = try server.ask("POST", "/api/v1/auth/api-keys", token: key, #"{"name": "x"}"#)
    #expect(refused.status == 403)
    let path = "/api/v1/auth/api-keys/\(made["id"] ?? "")"
    #expect(try server.ask("DELETE", path, token: token).status == 204)
    #expect(try server.ask("DELETE", path, token: token).status == 404)
    #expect(try server.ask("GET", "/api/v1/auth/me", token: key).status == 401)
  }

  @Test func `A token that comes with a key for repetitions is made once and not kept`() throws {
    let server = try TestServer()
    let token = try server.token(of: "ann")
    let headers: HTTPHeaders = ["Idempotency-Key": "k1"]
    let made = try server.ask(
      "POST", "/api/v1/auth/api-keys", token: token, #"{"name": "ci"}"#, headers: headers)
    #expect(made.status == 201)
    let again = try server.ask(
      "POST", "/api/v1/auth/api-keys", token: token, #"{"name": "ci"}"#, headers: headers)
    #expect(again.status == 409)
    #expect(again["error.code"] == "SHOWN_ONCE")
    #expect(again.headers["Idempotency-Replayed"] == "true")
    let other = try server.ask(
      "POST", "/api/v1/auth/api-keys", token: token, #"{"name": "other"}"#, headers: headers)
    #expect(other.status == 422)
    let list = try server.ask("GET", "/api/v1/auth/api-keys", token: token)
    #expect(list["items.1.name"] == nil)
  }

  @Test func `On the Unix socket the user is who they are`() throws {
    let server = try TestServer()
    let peer = HTTPPeer.user(id: 4_000_123, process: 1)
    let me = try server.ask("GET", "/api/v1/auth/me", peer: peer)
    #expect(me.status == 200)
    #expect(me["handle"] == "uid4000123")
    #expect(me["is_instance_admin"] == "false")
    let again = try server.ask("GET", "/api/v1/auth/me", peer: peer)
    #expect(again["user_id"] == me["user_id"])
    let closed = try TestServer(.disabled)
    #expect(try closed.ask("GET", "/api/v1/auth/me", peer: peer).status == 401)
    #expect(try closed.ask("GET", "/api/v1/auth/me", peer: .unknown).status == 401)
  }
}
