import FoundationEssentials
import Glibc

/// The checkout that these tests were built from.
enum Repository {
  static let root: String = {
    // Tests/RepositoryTests/Repository.swift lies three levels down.
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The paths of all files that belong to the repository, relative to its root.
  static let files: [String] = {
    let tracked = trackedFiles
    return (tracked.isEmpty ? listing("") : tracked).sorted()
  }()

  /// The Swift files below a folder, whether tracked yet or not.
  private static func swiftFiles(in folder: String) -> [String] {
    listing(folder).filter { $0.hasSuffix(".swift") }.sorted()
  }

  /// A Swift file, taken apart.
  struct Source {
    let path: String
    let lines: [SourceLine]

    init(_ path: String) {
      self.path = path
      lines = SourceLine.lines(of: Repository.text(of: path) ?? "")
    }

    /// The folder of `Sources` or `Tests` that the file is in.
    var target: String {
      path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    }
  }

  /// What is built into programs.
  static let sources = swiftFiles(in: "Sources").map(Source.init)

  /// What tests them.
  static let tests = swiftFiles(in: "Tests").map(Source.init)

  /// The text of a file, or `nil` if it is gone or not a text.
  static func text(of path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: root + "/" + path) else { return nil }
    return String(validating: data, as: UTF8.self)
  }

  /// The folders directly below one.
  static func folders(in folder: String) -> [String] {
    names(in: folder).filter { isFolder(folder + "/" + $0) }
  }

  private static func listing(_ folder: String) -> [String] {
    names(in: folder).flatMap { name -> [String] in
      let path = folder.isEmpty ? name : folder + "/" + name
      let isForeign = name == ".git" || name.hasPrefix(".build") || name == ".swiftpm"
      if isForeign { return [] }
      return isFolder(path) ? listing(path) : [path]
    }
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder)
      && isFolder
  }

  /// What git tracks; nothing if there is no git, or no repository of it.
  private static var trackedFiles: [String] {
    let quoted =
      "'"
      + root.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
    // A hook that runs the tests may have pointed git elsewhere.
    let command = "env -u GIT_DIR -u GIT_INDEX_FILE git -C \(quoted) ls-files -z 2>/dev/null"
    guard let pipe = popen(command, "r") else { return [] }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
