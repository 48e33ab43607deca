import Drawing
import SluiceCore
import Synchronization

@testable import SluiceTUI

/// The same numbers again for the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// Source: Steele, Lea and Flood, “Fast splittable pseudorandom number generators” (SplitMix64).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// Someone who presses whatever comes, at a terminal of any size, while others work on the same board
/// and the engine takes its time; over a line if wanted, where reads and writes are answered independently,
/// answers are on their way when other things happen, and the line is lost now and then.
struct RandomHands {
  var state: AppState
  let engine: MemoryEngine
  var numbers: SeededNumbers
  /// What the engine has not answered yet; over a line the second is for writes.
  private var lanes: [Lane]
  /// The engine as it is asked.
  private let runner: EffectRunner
  private let line: LineEngine?
  private var drafts: [Draft.Subject: String] = [:]
  /// How many changes were confirmed.
  private(set) var confirmed = 0
  private var nextNumber = 1_000
  /// Whether a read failed, after which the board may be out of date until it is read again.
  private var hasMissed = false

  /// What one thread asks of the engine.
  private struct Lane {
    /// Oldest first.
    var asked: [Effect] = []
    /// What the engine has answered and has not arrived.
    var answers: [Message] = []
  }

  init(seed: UInt64, overLine: Bool = false, readOnly: Bool = false) {
    numbers = SeededNumbers(seed: seed)
    engine = MemoryEngine(Self.workflow, projects: [Sample.project, Self.other])
    engine.add(Self.tickets)
    line = overLine ? LineEngine(engine) : nil
    lanes = Array(repeating: Lane(), count: overLine ? 2 : 1)
    runner = EffectRunner(engine: line ?? engine, actor: Actor(name: "ana"))
    guard
      let board = try? engine.board(
        BoardQuery(project: .key(Sample.key), limit: AppState.windowSize))
    else {
      fatalError("sample")
    }
    // Hands that are used to other keys.
    let preset = Preset.allCases[Int(seed % UInt64(Preset.allCases.count))]
    state = AppState(
      board, size: Size(columns: 80, rows: 24), user: "ana", now: Sample.now,
      settings: Settings(keymap: KeyTable(preset).keymap))
    if readOnly { state.refuseChanges() }
    if overLine { handle(.link(.live)) }
  }

  /// How many changes the engine made for this person over the line.
  var made: Int { line?.madeCount ?? confirmed }

  /// One thing happens.
  mutating func step() {
    switch Int.random(in: 0..<100, using: &numbers) {
    case ..<70: handle(.input(.key(key())))
    case ..<90: answerNext()
    case ..<92: disturbLine()
    case ..<95: changeElsewhere()
    case ..<97: handle(.input(.resized(size())))
    case ..<98: handle(.input(.paste(Self.texts.randomElement(using: &numbers) ?? "")))
    case ..<99: engine.failWrites(Bool.random(using: &numbers) ? Self.failure : nil)
    default: failReads(Int.random(in: 0..<4, using: &numbers) == 0)
    }
  }

  /// Everything that was asked is answered, and nothing more happens.
  ///
  /// Nothing is read anew but after a failure, so that an answer taken wrongly stays to be seen.
  mutating func settle() {
    failReads(false)
    line?.failNext(nil)
    become(.live)
    if hasMissed { handle(.foreignChange) }
    hasMissed = false
    if state.isWaitingToTry { handle(.retry) }
    while isUnderWay {
      for lane in lanes.indices {
        answer(lane)
        deliver(lane)
      }
      if !isUnderWay, state.isWaitingToTry { handle(.retry) }
    }
  }

  private var isUnderWay: Bool {
    lanes.contains { !$0.asked.isEmpty || !$0.answers.isEmpty }
  }

  private mutating func become(_ link: LinkState) {
    guard let line, line.linkState != link else { return }
    line.become(link)
    handle(.link(link))
  }

  /// Something happens to the line, or time passes.
  private mutating func disturbLine() {
    guard let line else { return answerNext() }
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: become(.reconnecting(since: Sample.now))
    case 1, 2: become(.live)
    case 3: line.failNext(Bool.random(using: &numbers) ? .request : .answer)
    case 4: handle(.retry)
    default: handle(.lingered(state.pending.newest))
    }
  }

  private mutating func failReads(_ isFailing: Bool) {
    engine.failReads(isFailing ? Self.failure : nil)
    hasMissed = hasMissed || isFailing
  }

  private mutating func handle(_ message: Message) {
    if case .applied(.success, _) = message { confirmed += 1 }
    for effect in state.handle(message) {
      switch effect {
      case .edit(_, let purpose): handle(.edited(edited(), purpose))
      case .keepDraft(let text, let subject): drafts[subject] = text
      case .loadDraft(let subject):
        let draft = drafts[subject].map { Draft.Finding.draft(Draft($0, at: Sample.now)) }
        handle(.draftLoaded(draft ?? .nothing, for: subject))
      case .editSettings: handle(.settingsEdited(.success(nil)))
      case .awaitKey(let number) where number % 3 == 0: handle(.overdue(number))
      case .fade(let number) where number % 3 == 0: handle(.faded(number))
      case .awaitKey, .fade, .run, .remember, .saveView, .redraw, .suspend, .quit: break
      default: lanes[effect.isWrite ? lanes.count - 1 : 0].asked.append(effect)
      }
    }
  }

  /// A file answers as it is asked; over a line the answer takes its time as well.
  private mutating func answerNext() {
    let lane = Int.random(in: 0..<lanes.count, using: &numbers)
    if line == nil {
      answer(lane)
      deliver(lane)
    } else if Bool.random(using: &numbers) {
      answer(lane)
    } else {
      deliver(lane)
    }
  }

  private mutating func answer(_ lane: Int) {
    guard !lanes[lane].asked.isEmpty else { return }
    let effect = lanes[lane].asked.removeFirst()
    if lanes[lane].asked.contains(where: effect.isSuperseded) { return }
    if case .rest(let number) = effect { return handle(.rested(number)) }
    if let message = runner.run(effect) { lanes[lane].answers.append(message) }
  }

  private mutating func deliver(_ lane: Int) {
    guard !lanes[lane].answers.isEmpty else { return }
    handle(lanes[lane].answers.removeFirst())
  }
}

extension RandomHands {
  private mutating func key() -> Key {
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0: return .character(Character(Unicode.Scalar(.random(in: 32...126, using: &numbers))))
    case 1: return Self.textKeys.randomElement(using: &numbers) ?? .enter
    case 2: return .escape
    case 3: return .enter
    default: return Self.boardKeys.randomElement(using: &numbers) ?? .down
    }
  }

  private mutating func size() -> Size {
    if Bool.random(using: &numbers) {
      return Self.sizes.randomElement(using: &numbers) ?? .zero
    }
    return Size(
      columns: .random(in: 1...250, using: &numbers), rows: .random(in: 1...80, using: &numbers))
  }

  private mutating func edited() -> Result<String?, EditorError> {
    switch Int.random(in: 0..<3, using: &numbers) {
    case 0: .success(nil)
    case 1: .failure(EditorError("No editor is set."))
    default: .success(Self.texts.randomElement(using: &numbers))
    }
  }

  /// Others move, rename, reorder and make tickets.
  private mutating func changeElsewhere() {
    let keys = engine.store.withLock { $0.tickets.keys.sorted { $0.number < $1.number } }
    guard let key = keys.randomElement(using: &numbers) else { return }
    let workflow = engine.store.withLock { store in
      store.tickets[key].map { store.workflow(of: $0.ticket) }
    }
    let status = workflow?.statuses.randomElement(using: &numbers)?.id
    let priority = Priority.allCases.randomElement(using: &numbers)
    let kind = Int.random(in: 0..<6, using: &numbers)
    let other = Actor(name: "ben")
    if kind == 3 { _ = try? engine.apply(.changeTicket(.key(key), .delete), by: other) }
    if kind == 4 { _ = try? engine.apply(.undo(.mine), by: other) }
    if kind < 3 || kind == 5 { changeElsewhere(key, kind, status, priority) }
    if kind == 0, nextNumber < 1_100 {
      nextNumber += 1
      engine.add([Sample.detail(of: Sample.card(nextNumber, 1, "One more", hours: 0))])
    }
    // While the line is lost nobody tells.
    if !state.isLineLost { handle(.foreignChange) }
  }

  private mutating func changeElsewhere(
    _ key: TicketKey, _ kind: Int, _ status: Status.ID?, _ priority: Priority?
  ) {
    engine.changeForeign(key) { state in
      guard state.ticket.status != .nowhere else { return }
      if kind == 0, let status { state.ticket.status = status }
      if kind == 1, let priority { state.ticket.priority = priority }
      if kind == 2 { state.ticket.title += "!" }
      if kind == 5 { state.ticket.agent = state.ticket.agent == nil ? "bot" : nil }
    }
  }
}

extension RandomHands {
  private static let failure = EngineError(
    .storage, "The disk is full.", nextStep: "Make room and try again.")

  private static let boardKeys: [Key] = Preset.allCases.flatMap { preset in
    let bindings = preset.bindings
    let sequences = CommandTable.all.flatMap { command in
      command.contexts.flatMap { bindings[$0]?[command.id] ?? [] }
    }
    return sequences.flatMap(\.keys)
  }
  private static let textKeys: [Key] = [
    .tab, .backTab, .backspace, .delete, .insert, .left, .right, .up, .down, .home, .end, .pageUp,
    .pageDown, .control("a"), .control("e"), .control("k"), .control("w"), .control("u"),
    .control("x"), .control("s"), .alt("b"), .alt("f"), .function(5), .character("文"),
    .character("👩‍👩‍👧"), .character("\u{301}"), .character("\u{202E}"),
  ]
  private static let sizes = [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
    Size(columns: 39, rows: 12), Size(columns: 1, rows: 1), Size(columns: 250, rows: 80),
    Size(columns: 100, rows: 20), Size(columns: 64, rows: 18), .zero,
  ]
  static let texts = [
    "", "plain", "文字化け in CSV", "esc \u{1B}[31m red", "nel \u{85} csi \u{9B}2J", "bidi \u{202E}txt",
    "zero\u{200B}width\u{FEFF}", "family 👩‍👩‍👧‍👦 flag 🇩🇪", "e\u{301}\u{302}\u{303}", "line\nbreak\ttab",
    String(repeating: "long ", count: 100), String(repeating: "全角", count: 120),
  ]

  private static let other = Project(
    id: .make(), key: ProjectKey("OPS") ?? Sample.key, name: "Operations", createdAt: Sample.now,
    updatedAt: Sample.now)

  private static let workflow: Workflow = {
    guard let workflow = try? WorkflowDraft.delivery.validated(id: .make(), at: Sample.now) else {
      fatalError("sample")
    }
    return workflow
  }()

  private static let tickets: [TicketDetail] = (1...330).map { number in
    let status = number < 180 ? 1 : number % 8 + 1
    let card = Card(
      key: TicketKey(project: number % 10 == 0 ? other.key : Sample.key, number: number),
      status: Status.ID(status), title: texts[number % texts.count] + " \(number)",
      priority: Priority(rawValue: number % 4 + 1) ?? .low,
      assignee: number % 3 == 0 ? texts[number % 5 + 1] : nil,
      labels: number % 4 == 0 ? ["auth", texts[number % 7 + 1]].sorted() : [],
      due: number % 6 == 0 ? CalendarDay(daysSinceEpoch: 20_000) : nil,
      enteredAt: Sample.hoursAgo(Int64(number)), metRequirements: number % 3, version: 1)
    return number % 7 == 0 ? Sample.bound(card, to: triage) : Sample.detail(of: card)
  }

  /// A workflow of which only some statuses have the names of columns, or lie in as many.
  private static let triage: Workflow = {
    guard let workflow = try? WorkflowDraft.bugTriage.validated(id: .make(), at: Sample.now) else {
      fatalError("sample")
    }
    return workflow
  }()
}
