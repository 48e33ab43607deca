import SluiceCore

/// The project last used in each database and on each server, kept between runs in the user's state folder.
///
/// It is a convenience: what cannot be read or written is as good as not there.
struct LastProject {
  private static let mostDatabases = 100

  /// `nil` where the user has no folder for it.
  private let file: String?

  init(_ folders: UserFolders) {
    file = (try? folders.state()).map { $0 + "/last-project" }
  }

  /// The project last used in a place.
  func key(for place: BoardPlace) -> ProjectKey? {
    let path = place.memoryName
    return entries.first { $0.path == path }.flatMap { ProjectKey($0.key) }
  }

  /// Keeps a project, in front of the others.
  func remember(_ key: ProjectKey, for place: BoardPlace) {
    let path = place.memoryName
    guard let file, !path.contains(where: \.isNewline), self.key(for: place) != key,
      (try? Files.makeDirectory(Files.directory(of: file))) != nil
    else { return }
    let others = entries.filter { $0.path != path }.prefix(Self.mostDatabases - 1)
    let text = ([(key.text, path)] + others).map { "\($0) \($1)\n" }.joined()
    _ = Files.replace(file, with: text)
  }

  /// A key, a blank and a path stand on each line, latest first.
  private var entries: [(key: String, path: String)] {
    guard let file, let bytes = try? Files.read(file) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
      let parts = $0.split(separator: " ", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }
}
