/// A text written in Markdown, as a tree.
///
/// What people write in tickets: the common part of CommonMark 0.30, and of GitHub's dialect tables, task
/// lists, strikethrough and bare addresses. Any text is a document: what is not understood, or nested
/// deeper than anyone reads, stays as it was written. Nothing is dropped but marks, so that every word of
/// the text is somewhere in the tree. Control characters are left as they are: making them visible is up to
/// whoever shows them.
///
/// The work grows with the length of the text and with nothing else, whatever the text holds, and the tree
/// is at most ``Document/deepest`` levels of blocks and as many of spans deep.
public struct Document: Equatable, Sendable {
  /// How deep blocks, and spans of a line, are nested at most.
  public static let deepest = 12

  /// What stands below one another.
  public let blocks: [Block]

  /// The tree of a text.
  public init(_ text: String) {
    var steps = 0
    self.init(text, counting: &steps)
  }

  /// The same, telling how many bytes were looked at, each time anew.
  init(_ text: String, counting steps: inout Int) {
    let lines = Line.lines(of: Array(text.utf8))
    var parser = BlockParser(labels: Definition.labels(in: lines))
    blocks = parser.blocks(of: lines[...], depth: 0)
    steps = parser.steps + text.utf8.count
  }
}
