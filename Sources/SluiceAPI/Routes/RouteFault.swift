/// Why a table of routes is not one that a server may start with; each names the route.
public enum RouteFault: Error, Hashable, Sendable {
  /// Nobody said who may call it.
  case noAccess(route: String)
  /// Somebody may call what is not there.
  case noRoute(access: String)
  /// Two routes have this name.
  case doubleName(String)
  /// Two routes have one method and one shape of path.
  case doublePath(String, String)
  /// The place of its access is named by nothing that a request holds.
  case noPlace(route: String, name: String)
  /// It refers to a schema that is not there.
  case noSchema(route: String, name: String)

  /// What is wrong, as a sentence.
  public var message: String {
    switch self {
    case .noAccess(let route): "Nobody said who may call the route “\(route)”."
    case .noRoute(let access): "There is no route “\(access)” that might be called."
    case .doubleName(let name): "Two routes are called “\(name)”."
    case .doublePath(let first, let second):
      "The routes “\(first)” and “\(second)” cannot be told apart."
    case .noPlace(let route, let name):
      "Nothing in a request of the route “\(route)” is called “\(name)”."
    case .noSchema(let route, let name):
      "The route “\(route)” refers to “\(name)”, which is not described."
    }
  }
}
