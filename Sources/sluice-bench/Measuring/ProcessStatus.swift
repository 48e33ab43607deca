import Glibc

/// What the kernel tells of a running process.
struct ProcessStatus {
  let process: pid_t

  /// The most memory it ever had resident, in KiB.
  var peakResident: Int {
    number("VmHWM:", in: text(of: "status"))
  }

  /// How often its threads have gone to sleep by themselves, and so woken up.
  var sleeps: Int {
    names(in: "task").reduce(0) { sum, thread in
      sum + number("voluntary_ctxt_switches:", in: text(of: "task/\(thread)/status"))
    }
  }

  private func number(_ name: String, in text: String) -> Int {
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return Int(line?.split { $0 == " " || $0 == "\t" }.dropFirst().first ?? "") ?? 0
  }

  private func text(of name: String) -> String {
    readText("/proc/\(process)/\(name)")
  }

  private func names(in folder: String) -> [String] {
    guard let directory = opendir("/proc/\(process)/\(folder)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if Int(name) != nil { names.append(name) }
    }
    return names
  }
}

/// A small file as text; empty if it cannot be read.
func readText(_ path: String) -> String {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return "" }
  defer { close(descriptor) }
  var text: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    guard count > 0 else { return String(decoding: text, as: UTF8.self) }
    text += chunk[..<count]
  }
}
