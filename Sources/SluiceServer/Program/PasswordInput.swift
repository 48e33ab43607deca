internal import Glibc

/// Reads a password: from the keyboard without showing it, else the first line of the input.
enum PasswordInput {
  static func read() -> String? {
    var former = termios()
    guard tcgetattr(0, &former) == 0 else { return readLine() }
    var silent = former
    silent.c_lflag &= ~tcflag_t(ECHO)
    write(2, "Password: ", 10)
    tcsetattr(0, TCSAFLUSH, &silent)
    // The end of the line was not shown either.
    defer {
      tcsetattr(0, TCSAFLUSH, &former)
      write(2, "\n", 1)
    }
    return readLine()
  }
}
