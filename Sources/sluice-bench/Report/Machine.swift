import CBaseline
import Glibc
import SluiceStore

/// What the figures were taken on.
struct Machine {
  let text: String

  /// Without a disk, for figures that need none.
  init() {
    text = Self.parts.joined(separator: " · ")
  }

  init(disk: DiskTime, journalMode: JournalMode) {
    let library = String(cString: baseline_library_version())
    let storage = [
      "SQLite \(library), journal mode \(journalMode.rawValue), synchronous full",
      "fdatasync of 4 KiB \(fixed(disk.median / 1_000, 0)) µs"
        + " (p99 \(fixed(disk.slowest / 1_000, 0)) µs)",
    ]
    text = (Self.parts + storage).joined(separator: " · ")
  }

  private static var parts: [String] {
    var system = utsname()
    uname(&system)
    let kernel = withUnsafeBytes(of: &system.release) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    return ["\(processor), \(processors) of them", "Linux \(kernel)"]
  }

  private static var processor: String {
    let lines = readText("/proc/cpuinfo").split(separator: "\n")
    let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
    return name.map { String($0.drop { $0 == " " }) } ?? "unknown processor"
  }
}
