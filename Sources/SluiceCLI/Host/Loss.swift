/// How much is lost by what a verb is about to do, which decides whether it may be done unasked.
///
/// On a terminal every loss is asked about. Where nobody can be asked, a script has said what it wants by
/// its command line; that is enough unless the loss is for good.
enum Loss: CaseIterable {
  /// “sluice undo” brings it back.
  case undoable
  /// Nothing uses it any more.
  case unused
  /// Nothing brings it back.
  case forGood

  /// What help says of it.
  var note: String {
    switch self {
    case .undoable:
      """
      On a terminal it is asked first, unless --yes is given. Without one it is done at once, for
      “sluice undo” takes it back.
      """
    case .unused:
      """
      On a terminal it is asked first, unless --yes is given. Without one it is done at once, for
      nothing uses what is removed.
      """
    case .forGood:
      """
      On a terminal it is asked first, unless --yes is given. Without one it needs --yes, or else
      nothing is changed and the exit is 2, for “sluice undo” does not take it back.
      """
    }
  }
}
