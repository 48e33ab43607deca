import Glibc

/// Where the programs lie that are measured, and that measure.
enum Tools {
  /// This program.
  static var ownPath: String {
    var bytes = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The board, which a build puts beside this program.
  static func board() throws(BenchError) -> String {
    try program("sluice")
  }

  /// A program that a build puts beside this one.
  static func program(_ name: String) throws(BenchError) -> String {
    let folder = ownPath.split(separator: "/").dropLast()
    let path = "/" + folder.joined(separator: "/") + "/" + name
    guard access(path, X_OK) == 0 else {
      throw BenchError("“\(path)” is not there; build the product \(name) first.")
    }
    return path
  }

  /// Whether a program is to be found along `PATH`.
  static func has(_ name: String) -> Bool {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }
}
