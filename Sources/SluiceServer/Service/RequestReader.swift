internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore

/// Reads what a request brings for its route, and refuses what the route does not know.
struct RequestReader {
  let request: HTTPRequest
  let endpoint: Endpoint
  let schemas: [String: Schema]

  private var route: Route { endpoint.route }

  /// The items of the query, each as what the route says it is.
  func query() throws(APIError) -> [String: [JSONValue]] {
    guard !request.query.isEmpty else { return [:] }
    var values: [String: [JSONValue]] = [:]
    var faults: [WireFault] = []
    for item in request.query {
      guard let parameter = route.query.first(where: { $0.name == item.name }) else {
        faults.append(WireFault(item.name, unknown(item.name)))
        continue
      }
      let value = parameter.value(item.value)
      faults += parameter.schema.faults(in: value, at: item.name, schemas)
      if values[item.name] != nil, !parameter.isRepeated {
        faults.append(WireFault(item.name, "This may stand in the query once."))
      }
      values[item.name, default: []].append(value)
    }
    guard faults.isEmpty else { throw .malformed("query", faults) }
    return values
  }

  private func unknown(_ name: String) -> String {
    let names = route.query.map(\.name)
    if let near = nearest(to: name, among: names) {
      return "This is not known here; did you mean “\(near)”?"
    }
    return names.isEmpty
      ? "The route takes no query."
      : "This is not known here; known are \(names.joined(separator: ", "))."
  }

  /// The body; an empty one is an object without members.
  func body() throws(APIError) -> JSONValue {
    guard let schema = route.body else {
      guard request.body.isEmpty || request.body.elementsEqual("{}".utf8) else {
        throw .malformed("The route \(route.method.rawValue) \(route.path.text) takes no body.")
      }
      return .null
    }
    try checkType()
    var value = JSONValue.object([:])
    if !request.body.isEmpty {
      do {
        value = try JSONReader.read(SourceText(request.body)).value
      } catch {
        throw .malformed(
          "The body is not JSON: line \(error.line), column \(error.column): \(error.message)")
      }
    }
    let faults = schema.faults(in: value, schemas)
    guard faults.isEmpty else { throw .malformed("body", faults) }
    return value
  }

  private func checkType() throws(APIError) {
    guard !request.body.isEmpty, let type = request.headers["Content-Type"],
      type != "application/json"
    else { return }
    let name = type.split(separator: ";").first?.lowercased().trimmingBlanks
    guard name == "application/json" else {
      throw APIError(
        415, "UNSUPPORTED_MEDIA_TYPE", "A body is application/json here, not “\(type)”.")
    }
  }
}

extension APIError {
  /// A part of a request with all that is wrong with it.
  static func malformed(_ part: String, _ faults: [WireFault]) -> APIError {
    let first = faults.first.map { fault in
      fault.place.isEmpty ? fault.message : "\(fault.place): \(fault.message)"
    }
    let more = faults.count > 1 ? " And \(faults.count - 1) more." : ""
    var error = malformed("The \(part) is not as it should be. \(first ?? "")\(more)")
    error.details = [
      "faults": .array(
        faults.map {
          .object(["place": .string($0.place), "message": .string($0.message)])
        })
    ]
    return error
  }
}
