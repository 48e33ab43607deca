internal import SluiceAPI

/// A route and what is done for it.
///
/// A handler runs on the one thread that works on the file, and must not wait for anything else. What it wrote
/// is taken back if it throws.
struct Endpoint: Sendable {
  typealias Handler = @Sendable (Call) throws(APIError) -> Answer

  let route: Route
  let handler: Handler

  init(_ route: Route, _ handler: @escaping Handler) {
    self.route = route
    self.handler = handler
  }
}
