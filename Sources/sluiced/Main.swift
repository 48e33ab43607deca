import Glibc
import SluiceServer

@main struct Main {
  static func main() {
    exit(ServerProgram.main())
  }
}
