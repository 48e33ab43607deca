internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Endpoint {
  /// Whether the server is well; the values of a database that is not are told with 503.
  ///
  /// Source: Alloy, “Monitoring”.
  static let health = Endpoint(
    Route(
      "health", .get, "/health", "Tells whether the server is well.", tag: "Server",
      [
        Route.Success(
          200,
          .open(
            .required("status", .oneOf(["ok", "degraded"])), .required("service", .text),
            .required("version", .text), .required("database", .text),
            .required("db_healthy", .boolean), .required("migration_version", .count),
            .required("uptime_seconds", .count)))
      ])
  ) { call throws(APIError) in
    var isHealthy = true
    do {
      try call.parts.engines.root.checkReading()
    } catch {
      isHealthy = false
    }
    return Answer(
      status: isHealthy ? 200 : 503,
      body: .json(
        .object([
          "status": .string(isHealthy ? "ok" : "degraded"),
          "service": .string(ServerVersion.name), "version": .string(ServerVersion.number),
          "database": .string("sqlite"), "db_healthy": .bool(isHealthy),
          "migration_version": .integer(LocalEngine.schemaVersion),
          "uptime_seconds": .integer(Int(call.now.seconds(since: call.parts.startedAt))),
        ])))
  }
}
