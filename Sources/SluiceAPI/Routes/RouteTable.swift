/// All routes of a server, each with who may call it.
public struct RouteTable: Sendable {
  /// What a request leads to.
  public enum Match: Hashable, Sendable {
    /// The route of that index, with the parameters of its path.
    case found(Int, [String: String])
    /// The path is known, and not this method; these are.
    case otherMethods([String])
    /// Nothing is there.
    case nothing
  }

  /// The routes.
  public let routes: [Route]
  /// Who may call each of them, in the same order.
  public let access: [Access]
  /// What the references of their schemas lead to.
  public let schemas: [String: Schema]

  private let paths: PathTree
  /// The names of the parameters of each path.
  private let parameters: [[String]]

  /// A table of routes with a row of access for each of them.
  ///
  /// - Throws: What is wrong with a route, by name: a server must not start with it.
  public init(
    _ routes: [Route], access rows: [String: Access], schemas: [String: Schema] = [:]
  ) throws(RouteFault) {
    var paths = PathTree()
    var access: [Access] = []
    var names: Set<String> = []
    for (index, route) in routes.enumerated() {
      guard names.insert(route.name).inserted else { throw .doubleName(route.name) }
      guard let row = rows[route.name] else { throw .noAccess(route: route.name) }
      try route.check(row, schemas)
      access.append(row)
      if let other = paths.insert(route, index) {
        throw .doublePath(routes[other].name, route.name)
      }
    }
    for (name, schema) in schemas {
      for reference in schema.references where schemas[reference] == nil {
        throw .noSchema(route: name, name: reference)
      }
    }
    if let row = rows.keys.sorted().first(where: { !names.contains($0) }) {
      throw .noRoute(access: row)
    }
    self.routes = routes
    self.access = access
    self.schemas = schemas
    self.paths = paths
    parameters = routes.map(\.path.parameters)
  }

  /// What a request of a method and of the decoded parts of a path leads to; `HEAD` is like `GET`.
  public func match(_ method: String, _ segments: [String]) -> Match {
    var found: [String] = []
    guard let node = paths.node(at: segments, &found) else { return .nothing }
    guard let index = paths.route(method, at: node) else {
      return .otherMethods(paths.methods(at: node))
    }
    return .found(index, Dictionary(zip(parameters[index], found)) { first, _ in first })
  }
}

extension Route {
  /// Whether a row of access fits the route, and its schemas are there.
  fileprivate func check(_ access: Access, _ schemas: [String: Schema]) throws(RouteFault) {
    if let place = access.place {
      var names = path.parameters + query.map(\.name)
      if case .object(let rule)? = body?.resolved(schemas) { names += rule.members.map(\.name) }
      guard names.contains(place.name) else { throw .noPlace(route: name, name: place.name) }
    }
    for reference in references where schemas[reference] == nil {
      throw .noSchema(route: name, name: reference)
    }
  }

  private var references: Set<String> {
    let bodies = successes.compactMap(\.body) + [body].compactMap(\.self)
    return (bodies + query.map(\.schema)).reduce(into: []) { $0.formUnion($1.references) }
  }
}
