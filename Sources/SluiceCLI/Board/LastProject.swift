import SluiceCore

/// The project last used in each database, kept between runs in the user's state folder.
///
/// It is a convenience: what cannot be read or written is as good as not there.
struct LastProject {
  private static let mostDatabases = 100

  private let file: String

  init(folder: String) {
    file = folder + "/last-project"
  }

  /// The project last used in a database.
  func key(for database: String) -> ProjectKey? {
    lines.first { $0.dropFirst(1).hasSuffix(" " + Files.absolute(database)) }
      .flatMap { $0.split(separator: " ").first }.flatMap { ProjectKey(String($0)) }
  }

  /// Keeps a project, in front of the others.
  func remember(_ key: ProjectKey, for database: String) {
    let path = Files.absolute(database)
    guard !path.contains(where: \.isNewline), self.key(for: database) != key else { return }
    let others = lines.filter { !$0.hasSuffix(" " + path) }.prefix(Self.mostDatabases - 1)
    guard (try? Files.makeDirectory(Files.directory(of: file))) != nil else { return }
    let text = (["\(key) \(path)"] + others).map { $0 + "\n" }.joined()
    _ = Files.replace(file, with: text)
  }

  /// Lines of a key, a blank and a path, latest first.
  private var lines: [String] {
    guard let bytes = try? Files.read(file) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(
      String.init)
  }
}
