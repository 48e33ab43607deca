package import HTTPServer
package import SluiceCore
internal import SluiceEngine

/// The server without sockets, for measurements of what it does.
package final class BareServer: Sendable {
  private let server: Server

  /// Opens the file of a server; at most `groupLimit` writes are committed together.
  ///
  /// The lines of its log go to the messages of the program, or nowhere.
  ///
  /// - Throws: What the program `sluiced` would say when it does not start.
  package init(
    path: String, groupLimit: Int = 256, isLogged: Bool = false
  ) throws(EngineError) {
    let engine = try LocalEngine(path: path, createIfMissing: false)
    let silent: @Sendable ([UInt8]) -> Void = { _ in }
    let log = Log(
      isJSON: false, now: LocalEngine.systemTime,
      write: isLogged ? Log.writeToMessages : silent)
    do throws(StartFailure) {
      server = try Server(
        engine, registration: .disabled, log: log, groupLimit: groupLimit)
    } catch {
      throw EngineError(.unavailable, error.message, nextStep: error.nextStep)
    }
  }

  /// What answers requests.
  package var handler: any HTTPHandler { server.service }

  /// Does what is under way, and ends its threads.
  package func close() {
    server.close()
  }
}
