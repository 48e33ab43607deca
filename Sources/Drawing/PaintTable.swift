/// The paints of the styles met so far and the changes between them, each rendered once.
struct PaintTable {
  typealias Number = Int

  /// A stretch of ``bytes``; a negative start means not rendered yet.
  private struct Change {
    static let unknown = Change(start: -1, count: 0)
    var start: Int32
    var count: Int32
  }

  private let renderer: PaintRenderer
  private(set) var paints: [Paint] = []
  /// Which paints have blanks alike, by paint.
  private(set) var blanks: [Int] = []
  /// For each overlay where its 256 roles start in `numbers`, or -1.
  private var pages = [Int](repeating: -1, count: 256)
  private var numbers: [Int16] = []
  private var changes: [Change] = []
  private var stride = 0
  private var bytes: [UInt8] = []

  init(renderer: PaintRenderer) {
    self.renderer = renderer
  }

  @inline(__always)
  mutating func number(of packedStyle: UInt16) -> Number {
    let page = pages[Int(packedStyle >> 8)]
    if page >= 0 {
      let number = numbers[page + Int(packedStyle & 0xFF)]
      if number >= 0 { return Int(number) }
    }
    return addNumber(of: packedStyle)
  }

  private mutating func addNumber(of packedStyle: UInt16) -> Number {
    let overlay = Int(packedStyle >> 8)
    if pages[overlay] < 0 {
      pages[overlay] = numbers.count
      numbers += Array(repeating: -1, count: 256)
    }
    let paint = renderer.paint(Style(packed: packedStyle))
    let number =
      paints.firstIndex { $0.appearance == paint.appearance } ?? add(paint)
    numbers[pages[overlay] + Int(packedStyle & 0xFF)] = Int16(number)
    return number
  }

  private mutating func add(_ paint: Paint) -> Number {
    blanks.append(paints.firstIndex { $0.blank == paint.blank } ?? paints.count)
    paints.append(paint)
    if paints.count > stride { growChanges() }
    return paints.count - 1
  }

  private mutating func growChanges() {
    stride = max(64, 2 * stride)
    changes = Array(repeating: .unknown, count: stride * stride)
    bytes = []
  }

  /// Appends the string that changes from one paint, or from an unknown state, to another.
  @inline(__always)
  mutating func append(from old: Number?, to new: Number, into output: inout [UInt8]) {
    guard let old else {
      output += renderer.whole(paints[new])
      return
    }
    var change = changes[old * stride + new]
    if change.start < 0 { change = render(from: old, to: new) }
    let start = Int(change.start)
    bytes.withUnsafeBufferPointer { all in
      output.append(
        contentsOf: UnsafeBufferPointer(rebasing: all[start..<(start + Int(change.count))]))
    }
  }

  /// About how many bytes it takes to change from one paint to another.
  ///
  /// To render every change that might be made would take longer than to write.
  func distance(from old: Number?, to new: Number) -> Int {
    old.map { paints[$0].appearance.distance(to: paints[new].appearance) } ?? 0
  }

  private mutating func render(from old: Number, to new: Number) -> Change {
    let string = renderer.change(from: paints[old], to: paints[new])
    let change = Change(start: Int32(bytes.count), count: Int32(string.count))
    bytes += string
    changes[old * stride + new] = change
    return change
  }
}
