import Glibc

/// Writes text to a descriptor at once.
func put(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}

/// Says something beside the figures.
func complain(_ line: String) {
  put(line + "\n", to: STDERR_FILENO)
}
