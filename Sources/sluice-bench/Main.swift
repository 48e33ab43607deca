import Glibc

@main struct Main {
  static func main() {
    do {
      try Command(reading: Array(CommandLine.arguments.dropFirst())).run()
    } catch {
      complain("sluice-bench: \(error)")
      exit(1)
    }
  }
}
