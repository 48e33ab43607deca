internal import SluiceAPI
internal import SluiceCore

extension Endpoint {
  /// Whether the server is well.
  ///
  /// Source: Alloy, “Monitoring”.
  static let health = Endpoint(
    Route(
      "health", .get, "/health", "Tells whether the server is well.", tag: "Server",
      [Route.Success(200, .open(.required("status", .text), .required("service", .text)))])
  ) { _ throws(APIError) in
    .ok(.object(["status": .string("ok"), "service": .string(ServerVersion.name)]))
  }
}
