import FoundationEssentials
import Glibc

/// A folder that is there for one test.
final class TestFolder {
  let path: String

  init() {
    var template = Array("/tmp/sluice-web-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
