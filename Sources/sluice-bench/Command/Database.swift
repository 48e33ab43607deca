import Glibc

/// A database to measure on.
struct Database {
  let path: String
  let tickets: Int

  /// How many tickets it holds, for people.
  var sizeText: String { grouped(tickets) }

  /// Shows the board of the project with most tickets.
  func boardCommand(_ board: String) -> [String] {
    [board, "--db", path, "--project", FillPlan.mainKey]
  }

  /// The database of that size in the user's cache, made if it is missing.
  static func cached(tickets: Int) throws(BenchError) -> Database {
    let path = try cacheFolder() + "/\(tickets).db"
    if access(path, F_OK) != 0 {
      complain("Filling \(path) …")
      // Under another name until it is whole.
      let draft = path + ".part"
      unlink(draft)
      try Filling(path: draft, tickets: tickets, seed: 1).run()
      unlink(draft + "-journal")
      guard rename(draft, path) == 0 else { throw .system("rename") }
    }
    return Database(path: path, tickets: tickets)
  }

  /// A folder of this program's own, made if it is missing.
  static func cacheFolder() throws(BenchError) -> String {
    let variable = { (name: String) in getenv(name).map { String(cString: $0) } }
    let parent = variable("XDG_CACHE_HOME") ?? variable("HOME").map { $0 + "/.cache" } ?? "/tmp"
    let folder = parent + "/sluice-bench"
    for folder in [parent, folder] {
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .system("mkdir") }
    }
    return folder
  }
}
