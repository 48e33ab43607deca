/// Which server this is.
public enum ServerVersion {
  /// The name that it gives itself.
  public static let name = "sluiced"
}
