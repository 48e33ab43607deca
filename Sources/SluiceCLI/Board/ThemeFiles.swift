import Glibc
import SluiceCore
import SluiceTUI

/// Finds themes by name: the user's own, then the installed ones, then those of the source tree.
struct ThemeFiles {
  private static let ending = ".theme"

  /// In the order in which they are searched.
  let folders: [String]

  init(folders: [String]) {
    self.folders = folders
  }

  /// The folders of this user and this executable.
  init(_ user: UserFolders) {
    let own = try? user.configuration()
    folders = [own.map { $0 + "/themes" }].compactMap(\.self) + Self.besideExecutable()
  }

  /// The themes that need no file.
  private static let builtIn = [Theme.standard, .terminal]

  /// The theme of that name; a name with a slash is a file.
  func theme(_ name: String) throws(Failure) -> Theme {
    guard let file = file(named: name) else {
      if let theme = Self.builtIn.first(where: { $0.name == name }) { return theme }
      throw unknown(name)
    }
    return try read(file, depth: 0)
  }

  /// Why the theme of that name cannot be used, as sentences; `nil` if it can.
  func fault(of name: String) -> String? {
    do {
      _ = try theme(name)
      return nil
    } catch {
      return ([error.message] + error.findings).joined(separator: " ")
    }
  }

  private func file(named name: String) -> String? {
    if name.contains("/") { return name }
    return folders.map { "\($0)/\(name)\(Self.ending)" }.first(where: Files.exists)
  }

  /// Reads a file; `depth` ends themes that build on each other in a circle.
  private func read(_ file: String, depth: Int) throws(Failure) -> Theme {
    let text = String(decoding: try Files.read(file), as: UTF8.self)
    var parentFailure: Failure?
    do {
      return try Theme.parse(text, named: file) { name in
        guard depth < 8, let parent = self.file(named: name) else {
          return Self.builtIn.first { $0.name == name }
        }
        do throws(Failure) {
          return try read(parent, depth: depth + 1)
        } catch {
          parentFailure = error
          return nil
        }
      }
    } catch {
      // To this file the parent is merely unknown; its own failure says why.
      throw parentFailure
        ?? Failure(
          exit: .configuration, code: "BAD_THEME", message: "The theme “\(file)” has faults.",
          findings: error.problems.map { "line \($0.line): \($0.message)" },
          nextStep: "Correct the file, or choose another theme with --theme NAME.")
    }
  }

  /// The names of the themes that there are.
  var names: [String] {
    Set(folders.flatMap(Self.names) + Self.builtIn.map(\.name)).sorted()
  }

  private func unknown(_ name: String) -> Failure {
    let known = names
    let hint = nearest(to: name, among: known).map { " Did you mean “\($0)”?" } ?? ""
    return Failure(
      exit: .configuration, code: "NO_THEME",
      message: "There is no theme “\(name)”; there are \(known.joined(separator: ", ")).\(hint)",
      nextStep: "Choose one of them, or put \(name)\(Self.ending) into \(folders.first ?? "").")
  }

  private static func names(in folder: String) -> [String] {
    Files.names(in: folder).filter { $0.hasSuffix(ending) }.map {
      String($0.dropLast(ending.count))
    }
  }

  /// `share/sluice/themes` beside the folder of the executable; in a build, `themes` of the source tree.
  private static func besideExecutable() -> [String] {
    var folder = Files.directory(of: Files.absolute("/proc/self/exe"))
    let installed = Files.directory(of: folder) + "/share/sluice/themes"
    while folder.count > 1, !Files.exists(folder + "/Package.swift") {
      folder = Files.directory(of: folder)
    }
    return folder.count > 1 ? [installed, folder + "/themes"] : [installed]
  }
}
