public import Drawing
import SluiceCore

extension AppState {
  /// The screen as it should look; a pure function of the state.
  public func frame() -> Frame {
    var drawn: DrawnBoard?
    return frame(&drawn)
  }

  /// The same, drawn only where it differs from the board that was drawn before.
  func frame(_ drawn: inout DrawnBoard?) -> Frame {
    let layout = layout
    guard layout.shape != .tooSmall else { return tooSmallFrame() }
    var canvas: Canvas
    var cursor: Point?
    if let page = fullPage {
      canvas = Canvas(size: size)
      cursor = draw(page, on: &canvas)
    } else {
      let board: DrawnBoard
      (board, cursor) = drawBoard(after: drawsInParts ? drawn : nil, layout)
      canvas = board.canvas
      drawn = drawsInParts ? board : nil
    }
    if let over = drawOverlay(on: &canvas, layout) { cursor = over }
    if case .filter(let prompt) = layers.last { drawFilterList(prompt, on: &canvas) }
    if hasDialog { drawFooter(in: canvas.bounds.line(size.rows - 1), layout, on: &canvas) }
    if !begun.isEmpty { drawBegun(in: canvas.bounds.line(size.rows - 1), on: &canvas) }
    if let notice { draw(notice, on: &canvas) }
    return Frame(canvas, cursorWithin: cursor)
  }

  /// The topmost layer that takes the whole screen.
  private var fullPage: Layer? {
    layers.last { layer in
      switch layer {
      case .ticket, .triage, .help: true
      case .form: layout.shape == .narrow
      default: false
      }
    }
  }

  private func draw(_ page: Layer, on canvas: inout Canvas) -> Point? {
    switch page {
    case .ticket(let page): drawTicket(page, on: &canvas)
    case .triage(let triage): drawTriage(triage, on: &canvas)
    case .help(let help): drawHelp(help, on: &canvas)
    default: nil
    }
  }

  private func drawOverlay(on canvas: inout Canvas, _ layout: BoardLayout) -> Point? {
    switch layers.last {
    case .search(let typing): drawSearch(typing, on: &canvas)
    case .prompt(let prompt): drawPrompt(prompt, on: &canvas)
    case .picker(let picker): drawPicker(picker, on: &canvas)
    case .form(let form): drawForm(form, on: &canvas)
    case .palette(let palette): drawPalette(palette, on: &canvas)
    case .question(let question): drawQuestion(question, on: &canvas)
    case .conflict(let conflict): drawConflict(conflict, on: &canvas)
    case .bulk(let bulk): drawBulk(bulk, on: &canvas)
    case .preview(let target): drawPreviewLine(target: target, on: &canvas)
    default: nil
    }
  }

  /// Whether what lies on top leaves the keys in the bottom line of another layer.
  private var hasDialog: Bool {
    switch layers.last {
    case .prompt, .picker, .form, .question, .conflict, .palette, .bulk: true
    default: false
    }
  }

  private func tooSmallFrame() -> Frame {
    var canvas = Canvas(size: size)
    let least = BoardLayout.minimum
    let text =
      "Sluice needs \(least.columns)×\(least.rows) cells; here are \(size.columns)×\(size.rows). "
      + "Enlarge the terminal, or press \(keymap.shown(.quit)) and use “sluice ticket list”."
    for (row, line) in TextWrapping.lines(of: text, columns: size.columns).enumerated() {
      canvas.writeLine(line, in: canvas.bounds.line(row), style: .plain)
    }
    return Frame(canvas, cursorWithin: .zero)
  }

  /// What the last key led to, over the bottom rows; long reasons take several.
  private func draw(_ notice: Notice, on canvas: inout Canvas) {
    let role: Role =
      switch notice.kind {
      case .information: .message
      case .warning: .warning
      case .failure: .error
      }
    let mark =
      switch notice.kind {
      case .information: ""
      case .warning: "! "
      case .failure: "✗ "
      }
    let lines = TextWrapping.lines(of: mark + notice.text, columns: size.columns - 2, maxLines: 4)
    let area = canvas.bounds.dividedBottom(lines.count).part
    canvas.fill(area, style: Style(role))
    for (row, line) in lines.enumerated() {
      canvas.writeLine(line, in: area.line(row).inset(left: 1), style: Style(role))
    }
  }
}

extension Frame {
  /// A frame whose cursor is hidden if what it belongs on did not fit.
  init(_ canvas: Canvas, cursorWithin cursor: Point?) {
    self.init(canvas: canvas, cursor: cursor.flatMap { canvas.bounds.contains($0) ? $0 : nil })
  }
}
