import SluiceCore
import SluiceSamples
import Testing

@Suite("Made-up tickets") struct SampleTests {
  private static let now = Timestamp(milliseconds: 1_773_065_100_000)

  @Test("Are the same for the same seed")
  func deterministic() {
    var first = TicketSampler(seed: 7)
    var second = TicketSampler(seed: 7)
    var other = TicketSampler(seed: 8)
    let tickets = (0..<50).map { _ in first.next() }
    #expect(tickets == (0..<50).map { _ in second.next() })
    #expect(tickets != (0..<50).map { _ in other.next() })
    #expect(Set(tickets.map(\.title)).count > 40)
  }

  @Test("Are accepted by the rules")
  func acceptable() throws {
    let workflow = try WorkflowDraft.standard.validated(id: .make(), at: Self.now)
    let key = TicketKey(project: try #require(ProjectKey("OPS")), number: 1)
    var sampler = TicketSampler(seed: 1)
    for _ in 0..<2_000 {
      _ = try sampler.next().draft.creating(
        id: .make(), key: key, in: workflow,
        Circumstances(
          by: Actor(name: "ana"), at: Self.now, hasAssistant: true, occupancy: { _ in 0 }))
    }
  }

  @Test("Come in wide, combining and right-to-left scripts")
  func scripts() {
    var sampler = TicketSampler(seed: 1)
    let text = (0..<3_000).map { _ in sampler.next().title }.joined()
    for sample in ["ログイン", "登录", "로그인", "Größe", "ε", "Поиск", "खोज", "البحث", "ה", "👩‍💻", "e\u{301}"]
    {
      #expect(text.contains(sample), "\(sample)")
    }
  }

  @Test("Spread over the statuses as work does")
  func spread() throws {
    let workflow = try WorkflowDraft.standard.validated(id: .make(), at: Self.now)
    let statuses = StatusSampler(workflow)
    var random = SplitMix64(seed: 1)
    var counts: [Status.ID: Int] = [:]
    for _ in 0..<10_000 { counts[statuses.next(&random), default: 0] += 1 }
    let shares = workflow.statuses.map { (counts[$0.id] ?? 0) / 100 }
    #expect(shares.reduce(0, +) > 95)
    #expect(shares[0] > 20 && shares[4] > 50 && shares.allSatisfy { $0 > 0 })
  }

  @Test("A status with a limit gets nothing by chance")
  func limits() throws {
    let workflow = try WorkflowDraft.delivery.validated(id: .make(), at: Self.now)
    let statuses = StatusSampler(workflow)
    var random = SplitMix64(seed: 1)
    for _ in 0..<10_000 {
      #expect(workflow.status(statuses.next(&random))?.wipLimit == nil)
    }
  }

  @Test("Progress is of the gate ahead, and its values are ones that the fields take")
  func progress() throws {
    let workflow = try WorkflowDraft.delivery.validated(id: .make(), at: Self.now)
    var sampler = TicketSampler(seed: 1)
    let staging = try #require(workflow.status(named: "Staging"))
    let samples = (0..<200).map { _ in
      GateProgress.sample(for: workflow, in: staging.id, at: Self.now, &sampler)
    }
    let gate = try #require(workflow.gate("release"))
    #expect(Set(samples.map { $0.metCount(of: gate, in: workflow) }) == [0, 1, 2, 3, 4])
    #expect(samples.allSatisfy { $0.marks.keys.allSatisfy { $0.gate == "release" } })
    #expect(Set(samples.flatMap(\.values.keys)) == ["risk", "release_date"])
  }

  @Test("A story runs forward, is the same every time, and ends now")
  func stories() {
    let stories = DemoStory.all(until: Self.now)
    let again = DemoStory.all(until: Self.now)
    for (story, twin) in zip(stories, again) {
      let times = story.steps.map(\.at)
      #expect(times == times.sorted())
      #expect(times.allSatisfy { $0 <= Self.now })
      #expect(times.last.map { Self.now.seconds(since: $0) < 3_600 * 24 } == true)
      #expect(story.steps.map(\.change) == twin.steps.map(\.change))
    }
  }

  @Test("One ticket goes by a workflow of its own, and an agent holds one")
  func bindingAndClaim() {
    let changes = DemoStory.all(until: Self.now).flatMap(\.steps).map(\.change)
    let bound = changes.filter {
      if case .createTicket(_, let draft) = $0 { return draft.workflow != nil }
      return false
    }
    let claims = changes.filter {
      if case .changeTicket(_, .claim, _) = $0 { return true }
      return false
    }
    #expect(bound.count == 1)
    #expect(claims.count == 1)
  }
}
