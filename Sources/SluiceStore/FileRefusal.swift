internal import SluiceCore

/// Why a file is not used; it is left as it was.
enum FileRefusal: Hashable {
  case notADatabase
  case foreign
  case newer(version: Int)
  case symbolicLink
  case notAFile
  case hardLinks(count: Int)
  case missing
  case empty
  case folderMissing(String)

  func error(path: String) -> EngineError {
    EngineError(.unusableFile, message(path: path), nextStep: nextStep(path: path))
  }

  private func message(path: String) -> String {
    switch self {
    case .notADatabase: "“\(path)” is not a SQLite database."
    case .foreign: "“\(path)” is a database of another application."
    case .newer(let version):
      "“\(path)” has version \(version); this program knows versions up to \(Schema.version)."
    case .symbolicLink: "“\(path)” is a symbolic link, which others could point elsewhere."
    case .notAFile: "“\(path)” is not a regular file."
    case .hardLinks(let count):
      "“\(path)” has \(count) names (hard links), and SQLite would keep a journal for each."
    case .missing: "There is no file “\(path)”."
    case .empty: "“\(path)” holds no board yet."
    case .folderMissing(let folder): "There is no folder “\(folder)”."
    }
  }

  private func nextStep(path: String) -> String {
    switch self {
    case .notADatabase, .foreign, .notAFile: "Name another file; this one was not touched."
    case .newer: "Install a newer version of this program; the file was not touched."
    case .symbolicLink: "Name the file itself, or remove the link."
    case .hardLinks: "Remove the other names."
    case .missing: "Check the name, or let the file be made."
    case .empty: "Make a first project in it, or name another file."
    case .folderMissing(let folder): "Make it first: \(shell: "mkdir -p", folder)"
    }
  }
}
