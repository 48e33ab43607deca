internal import SluiceAPI
internal import SluiceCore

extension Endpoint {
  /// The description of all routes, made from the table that they are served from.
  static let openAPI = Endpoint(
    Route(
      "openAPI", .get, "/openapi.json", "Describes every route, as OpenAPI 3.1.", tag: "Server",
      [Route.Success(200, .open(.required("openapi", .text)))]),
    .free { parts in .ok(parts.table.openAPI(version: ServerVersion.number)) })
}
