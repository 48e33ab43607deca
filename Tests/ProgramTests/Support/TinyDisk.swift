/// A disk of a few pages, mounted on `/mnt` for one command and seen by it alone.
enum TinyDisk {
  /// Runs a script of the shell with the disk mounted.
  static func running(_ script: String) -> [String] {
    [
      "/usr/bin/unshare", "--mount", "--map-root-user", "/bin/sh", "-c",
      "mount -t tmpfs -o size=512k tmpfs /mnt || exit 99\n" + script,
    ]
  }

  /// Whether this machine lets a user mount one.
  static let isPossible: Bool = {
    let outcome = try? Program.run(running("exit 0"), environment: ["PATH": "/usr/bin:/bin"])
    return outcome?.status == .exited(0)
  }()
}
