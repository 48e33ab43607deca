import SluiceClient
import SluiceCore

/// What was asked of servers before and does not change from one command to the next, kept in the user's state
/// folder: it saves two round trips.
///
/// It is a convenience: what cannot be read or written is as good as not there.
struct ServerMemory: Sendable {
  /// What is known of an account on a server.
  struct Entry: Hashable {
    /// The id of the organization that is meant.
    var organization: String
    /// What the server calls the person.
    var handle: String

    /// Stands where only the server is known, not the person.
    static let nobody = Entry(organization: "-", handle: "-")
  }

  private static let mostEntries = 100

  /// `nil` where the user has no folder for it.
  private let file: String?

  init(_ folders: UserFolders) {
    file = (try? folders.state()).map { $0 + "/servers" }
  }

  subscript(choice: ServerChoice) -> Entry? {
    guard choice.ownsTokens else { return nil }
    return entries.first { $0.name == choice.memoryName }?.entry
  }

  /// The organization that is meant on a server that is known to be one of Sluice, by id or by name; `nil` if one
  /// has to ask.
  func organization(of choice: ServerChoice) -> String? {
    if let known = self[choice] { return known.organization }
    // Of tokens of the environment nothing is remembered but the server, which knows the organization's name.
    guard !choice.ownsTokens, entries.contains(where: { $0.name == choice.serverName }) else {
      return nil
    }
    return choice.profile.organization
  }

  /// Keeps what a server said, in front of the others.
  func remember(_ entry: Entry, for choice: ServerChoice) {
    guard choice.ownsTokens else { return keep(.nobody, choice.serverName) }
    keep(entry, choice.memoryName)
  }

  private func keep(_ entry: Entry, _ name: String) {
    let known = entries
    guard !known.contains(where: { $0.name == name && $0.entry == entry }) else { return }
    write([(name, entry)] + known.filter { $0.name != name })
  }

  /// Forgets what was known of a server.
  func forget(_ choice: ServerChoice) {
    let names = [choice.memoryName, choice.serverName]
    guard entries.contains(where: { names.contains($0.name) }) else { return }
    write(entries.filter { !names.contains($0.name) })
  }

  private func write(_ entries: [(name: String, entry: Entry)]) {
    guard let file, (try? Files.makeDirectory(Files.directory(of: file))) != nil else { return }
    let lines = entries.prefix(Self.mostEntries).map {
      "\($0.entry.organization)\t\($0.entry.handle)\t\($0.name)\n"
    }
    _ = Files.replace(file, with: lines.filter { $0.filter(\.isNewline).count == 1 }.joined())
  }

  /// An organization, a handle and a place, parted by tabulators, stand on each line, latest first.
  private var entries: [(name: String, entry: Entry)] {
    guard let file, let bytes = try? Files.read(file) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
      let parts = $0.split(separator: "\t", maxSplits: 2).map(String.init)
      return parts.count == 3 ? (parts[2], Entry(organization: parts[0], handle: parts[1])) : nil
    }
  }
}
