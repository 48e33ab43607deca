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

  private let root: PathNode

  /// A table of routes with a row of access for each of them.
  ///
  /// - Throws: What is wrong with a route, by name: a server must not start with it.
  public init(
    _ routes: [Route], access rows: [String: Access], schemas: [String: Schema] = [:]
  ) throws(RouteFault) {
    var root = PathNode()
    var access: [Access] = []
    var names: Set<String> = []
    for (index, route) in routes.enumerated() {
      guard names.insert(route.name).inserted else { throw .doubleName(route.name) }
      guard let row = rows[route.name] else { throw .noAccess(route: route.name) }
      try route.check(row, schemas)
      access.append(row)
      if let other = root.insert(route, index) {
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
    self.root = root
  }

  /// What a request of a method and of the decoded parts of a path leads to; `HEAD` is like `GET`.
  public func match(_ method: String, _ segments: [String]) -> Match {
    var found: [String] = []
    guard let node = root.node(at: segments[...], &found) else { return .nothing }
    let name = method == "HEAD" ? Method.get.rawValue : method
    guard let index = Method(rawValue: name).flatMap({ node.routes[$0] }) else {
      return .otherMethods(node.methods)
    }
    let names = routes[index].path.parameters
    return .found(index, Dictionary(zip(names, found)) { first, _ in first })
  }
}

/// The routes below a part of a path.
private struct PathNode: Sendable {
  var words: [String: PathNode] = [:]
  /// What follows any part that is no word here; at most one node.
  var other: [PathNode] = []
  var routes: [Method: Int] = [:]

  /// What may be asked here, for the header `Allow`.
  var methods: [String] {
    let known = Method.allCases.filter { routes[$0] != nil }.map(\.rawValue)
    return (known.contains("GET") ? ["GET", "HEAD"] : []) + known.filter { $0 != "GET" }
      + ["OPTIONS"]
  }

  /// Puts a route in its place; answers the one that is there already.
  mutating func insert(_ route: Route, _ index: Int) -> Int? {
    insert(route.path.segments[...], route.method, index)
  }

  private mutating func insert(
    _ segments: ArraySlice<PathTemplate.Segment>, _ method: Method, _ index: Int
  ) -> Int? {
    guard let first = segments.first else {
      if let present = routes[method] { return present }
      routes[method] = index
      return nil
    }
    switch first {
    case .word(let word):
      return words[word, default: PathNode()].insert(segments.dropFirst(), method, index)
    case .parameter:
      if other.isEmpty { other = [PathNode()] }
      return other[0].insert(segments.dropFirst(), method, index)
    }
  }

  /// Where a path leads; a word goes before a parameter.
  func node(at segments: ArraySlice<String>, _ found: inout [String]) -> PathNode? {
    guard let first = segments.first else { return routes.isEmpty ? nil : self }
    if let node = words[first]?.node(at: segments.dropFirst(), &found) { return node }
    guard let next = other.first, !first.isEmpty else { return nil }
    let count = found.count
    found.append(first)
    if let node = next.node(at: segments.dropFirst(), &found) { return node }
    found.removeSubrange(count...)
    return nil
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
