import Glibc
import SluiceCLI

@main struct Main {
  static func main() {
    exit(Program.main())
  }
}
