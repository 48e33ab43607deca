/// The paths of routes, part by part.
///
/// The nodes lie in one list and name each other by their places, so that none is copied on the way.
struct PathTree: Sendable {
  private struct Node: Sendable {
    /// Few, so they are searched faster than hashed.
    var words: [(word: String, node: Int)] = []
    /// What follows any part that is no word here.
    var other: Int?
    /// The routes that end here, by their methods.
    var routes: [(method: Method, route: Int)] = []

    func node(for word: String) -> Int? {
      for entry in words where entry.word == word { return entry.node }
      return nil
    }
  }

  /// The first is where all paths begin.
  private var nodes = [Node()]

  /// Puts a route in its place; answers the one that is there already.
  mutating func insert(_ route: Route, _ index: Int) -> Int? {
    var place = 0
    for segment in route.path.segments { place = child(of: place, segment) }
    if let present = self.route(of: route.method, at: place) { return present }
    nodes[place].routes.append((route.method, index))
    return nil
  }

  private mutating func child(of place: Int, _ segment: PathTemplate.Segment) -> Int {
    let known =
      switch segment {
      case .word(let word): nodes[place].node(for: word)
      case .parameter: nodes[place].other
      }
    if let known { return known }
    let new = nodes.count
    nodes.append(Node())
    switch segment {
    case .word(let word): nodes[place].words.append((word, new))
    case .parameter: nodes[place].other = new
    }
    return new
  }

  /// Where a path leads, with what stands in place of its parameters; a word goes before a parameter.
  func node(at segments: [String], _ found: inout [String]) -> Int? {
    node(at: segments, from: 0, in: 0, &found)
  }

  private func node(
    at segments: [String], from start: Int, in place: Int, _ found: inout [String]
  ) -> Int? {
    guard start < segments.count else { return nodes[place].routes.isEmpty ? nil : place }
    if let next = nodes[place].node(for: segments[start]),
      let node = node(at: segments, from: start + 1, in: next, &found)
    {
      return node
    }
    guard let next = nodes[place].other, !segments[start].isEmpty else { return nil }
    let count = found.count
    found.append(segments[start])
    if let node = node(at: segments, from: start + 1, in: next, &found) { return node }
    found.removeSubrange(count...)
    return nil
  }

  /// The route of a method at a node; `HEAD` is like `GET`.
  func route(_ method: String, at place: Int) -> Int? {
    let name = method == "HEAD" ? Method.get.rawValue : method
    return Method(rawValue: name).flatMap { route(of: $0, at: place) }
  }

  private func route(of method: Method, at place: Int) -> Int? {
    for entry in nodes[place].routes where entry.method == method { return entry.route }
    return nil
  }

  /// What may be asked at a node, for the header `Allow`.
  func methods(at place: Int) -> [String] {
    let known = Method.allCases.filter { route(of: $0, at: place) != nil }.map(\.rawValue)
    return (known.contains("GET") ? ["GET", "HEAD"] : []) + known.filter { $0 != "GET" }
      + ["OPTIONS"]
  }
}
