public import Drawing

extension Overlay {
  /// Has the focus.
  public static let focused = Overlay(rawValue: 1)

  /// Was marked by the user.
  public static let marked = Overlay(rawValue: 2)

  /// Stands back for the moment.
  public static let dimmed = Overlay(rawValue: 4)

  /// Is not allowed, such as a column a ticket cannot move to.
  public static let struck = Overlay(rawValue: 8)

  /// The names in theme files, lowest bit first.
  static let names = ["focused", "marked", "dimmed", "struck"]
}
