import Testing

@testable import SluiceCLI

@Suite("sluice provider") struct ProviderVerbTests {
  private static let canary = "sk-canary-4711"

  private func machine() -> Machine {
    let machine = Machine.withTicket()
    machine.typed = [Self.canary]
    machine.run(
      "provider create --name helper --type openai --secret api_key --config",
      "endpoint=https://api.example.org/v1")
    return machine
  }

  @Test func createListShow() {
    let machine = machine()
    #expect(
      machine.run("provider list").output == """
        NAME    TYPE    ACTIVE  SECRETS  SETTINGS
        helper  openai  yes     api_key  endpoint=https://api.example.org/v1

        """)
    let page = machine.run("provider get helper").output
    #expect(page.hasPrefix("helper\n\nType      openai\nActive    yes\nId        0"))
    #expect(
      page.hasSuffix("endpoint  https://api.example.org/v1\napi_key   kept, not shown\n"))
    #expect(
      machine.run("provider update helper --inactive --unset api_key").output
        == "Updated provider helper, openai, inactive.\n")
    #expect(machine.run("provider show helper --json").output.contains("\"secrets\": []"))
    #expect(machine.run("provider delete helper").exit == .usage)
    #expect(
      machine.run("provider delete helper --yes").output == "Deleted provider helper.\n")
    #expect(machine.run("provider list").messages == "No providers.\n")
  }

  @Test("A secret on the command line is refused, and not repeated")
  func inSight() {
    let machine = machine()
    let run = machine.run("provider update helper --config api_key=\(Self.canary)")
    #expect(run.exit == .usage)
    #expect(
      run.messages == """
        sluice: “api_key” is kept secret, and everyone on this machine can read a command line.
          next: Give it with --secret api_key, which asks for it, or --secret-file api_key=FILE; what has been typed should be replaced.
          run:  sluice provider update --help

        """)
    for line in ["--config \(Self.canary)", "--secret-file \(Self.canary)"] {
      let run = machine.run("provider update helper " + line)
      #expect(run.exit == .usage)
      #expect(!run.messages.contains(Self.canary))
    }
  }

  @Test("Secrets come by prompt, by file and by input, and never back")
  func canary() {
    let machine = machine()
    var shown = ""
    let say = { (run: Machine.Run) in
      #expect(run.exit == .done)
      shown += run.output + run.messages
    }
    machine.columns = 200
    machine.typed = [Self.canary]
    let asked = machine.run("provider update helper --secret token")
    #expect(asked.messages == "token: ")
    say(asked)
    machine.columns = nil
    let file = machine.folder.write(Self.canary + "\n", to: "key")
    say(machine.run("provider update helper --json --secret-file password=\(file)"))
    machine.typed = ["# settings", "model=large", "other=\(Self.canary)"]
    say(machine.run("provider update helper --config-stdin"))
    for line in [
      "provider list", "provider list --json", "provider show helper",
      "provider show helper --json", "event list", "event list --json",
    ] {
      say(machine.run(line))
    }
    #expect(shown.contains("config.password"))
    #expect(shown.contains("\"model\": \"large\""))
    #expect(!shown.contains(Self.canary))
    machine.typed = ["model=large", Self.canary]
    let odd = machine.run("provider update helper --config-stdin")
    #expect(odd.messages.hasPrefix("sluice: Line 2 of the standard input is not NAME=VALUE.\n"))
    machine.typed = ["bad name=\(Self.canary)"]
    let refused = machine.run("provider update helper --config-stdin --json")
    #expect(refused.exit == .refused)
    #expect(!refused.messages.contains(Self.canary))
    #expect(machine.run("provider update helper --secret a --config-stdin").exit == .usage)
    #expect(machine.run("provider update helper --active --inactive").exit == .usage)
    #expect(machine.run("provider update helper --secret a").exit == .usage)
  }
}

@Suite("sluice provider test") struct ProviderTestTests {
  private func test(
    _ head: String, type: String = "openai", path: String = "/v1"
  ) -> (run: Machine.Run, requests: [String]) {
    let server = LoopbackServer(answering: head)
    defer { server.stop() }
    let machine = Machine.withTicket()
    machine.typed = ["sk-canary"]
    machine.run(
      "provider create --name helper --type \(type) --secret api_key "
        + "--config endpoint=http://127.0.0.1:\(server.port)\(path)")
    let run = machine.run("provider test helper")
    return (run, server.requests)
  }

  @Test func usable() {
    let (run, requests) = test("200 OK")
    #expect(run.exit == .done)
    #expect(run.output.hasPrefix("Provider helper can be used: 200 in "))
    #expect(requests.count == 1)
    #expect(requests.first?.hasPrefix("GET /v1 HTTP/1.1\r\n") == true)
    #expect(requests.first?.contains("\r\nAuthorization: Bearer sk-canary\r\n") == true)
  }

  @Test func anthropicHasAHeaderOfItsOwn() {
    let (run, requests) = test("204 No Content", type: "Anthropic")
    #expect(run.exit == .done)
    #expect(requests.first?.contains("\r\nx-api-key: sk-canary\r\n") == true)
    #expect(requests.first?.contains("Authorization") == false)
  }

  @Test(
    "What is not usable exits with 69 and says why",
    arguments: [
      ("401 Unauthorized", "The key is refused (401)."),
      ("403 Forbidden", "The key is refused (403)."),
      ("404 Not Found", "There is nothing at this address (404)."),
      ("503 Busy", "The server has a problem of its own (503)."),
    ]) func unusable(head: String, reason: String)
  {
    let (run, _) = test(head)
    #expect(run.exit == .unavailable)
    #expect(
      run.messages == """
        sluice: Provider “helper” cannot be used. \(reason)
          next: sluice provider show helper

        """)
  }

  @Test("A redirect is not followed, for it would take the key along")
  func redirect() {
    let other = LoopbackServer(answering: "200 OK")
    defer { other.stop() }
    let (run, requests) = test("302 Found\r\nLocation: http://127.0.0.1:\(other.port)/")
    #expect(run.exit == .unavailable)
    #expect(run.messages.contains("It sends the caller elsewhere (302)"))
    #expect(requests.count == 1)
    #expect(other.requests == [])
  }

  @Test("Without TLS only this machine is called, and a certificate must hold")
  func insecure() {
    let machine = Machine.withTicket()
    machine.run("provider create --name a --type openai --config endpoint=http://api.example.org/")
    #expect(
      machine.run("provider test a").messages.contains(
        "Without https only this machine is called, or the key could be read on the way."))
    let server = LoopbackServer(answering: "200 OK")
    defer { server.stop() }
    machine.run(
      "provider update a --config endpoint=https://127.0.0.1:\(server.port)/")
    let run = machine.run("provider test a --json")
    #expect(run.exit == .unavailable)
    #expect(run.messages.contains("\"usable\": false"))
  }

  @Test func withoutAnEndpoint() {
    let machine = Machine.withTicket()
    machine.run("provider create --name a --type openai")
    let run = machine.run("provider test a")
    #expect(run.exit == .usage)
    #expect(run.messages.hasPrefix("sluice: Provider “a” has no endpoint to call.\n"))
    #expect(machine.run("provider test b").exit == .notFound)
  }
}
