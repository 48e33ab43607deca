public import Drawing

/// Draws one frame after the other, each only where it differs from the one before.
///
/// What it answers is always what ``AppState/frame()`` answers.
public struct FramePainter {
  private var drawn: DrawnBoard?

  /// A painter that has drawn nothing yet.
  public init() {}

  /// The screen as it should look.
  public mutating func frame(of state: AppState) -> Frame {
    state.frame(&drawn)
  }
}
