/// Which server this is.
public enum ServerVersion {
  /// The name that it gives itself.
  public static let name = "sluiced"
  /// Its version.
  public static let number = "0.1.0"
}
