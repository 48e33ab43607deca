import Glibc
import SluiceCore
import SluiceSamples
import Synchronization

/// A database of made-up projects in a folder of its own, which `remove` deletes.
struct DemoDatabase {
  /// The folder, readable by the user alone.
  let folder: String
  /// Holds the folder's lock, which tells other processes that the demo lives.
  private let lock: Int32

  var path: String { folder + "/demo.db" }

  private static let beginning = "sluice-demo-"

  private init(folder: String, lock: Int32) {
    self.folder = folder
    self.lock = lock
  }

  /// Makes an empty folder in the first of the parents that allows it, and deletes what killed demos left.
  static func make(in parents: [String]) throws(Failure) -> DemoDatabase {
    let parent = parents.first(where: Files.isWritable) ?? "/tmp"
    removeAbandoned(in: parent)
    let folder = try Files.makeTemporaryDirectory("\(parent)/\(beginning)\(getpid())-")
    guard let lock = Files.lockFolder(folder) else {
      let failure = Failure.system(errno, "The folder “\(folder)” cannot be locked")
      rmdir(folder)
      throw failure
    }
    return DemoDatabase(folder: folder, lock: lock)
  }

  /// Deletes the user's demos whose process, which their name tells, is gone.
  ///
  /// A process of another container seems gone, too; that its folder is locked tells that it lives.
  private static func removeAbandoned(in parent: String) {
    for name in Files.names(in: parent) where name.hasPrefix(beginning) {
      let folder = "\(parent)/\(name)"
      guard
        let process = name.dropFirst(beginning.count).split(separator: "-").first.flatMap({
          pid_t($0)
        }),
        Files.isOwn(folder), kill(process, 0) != 0, errno == ESRCH,
        let lock = Files.lockFolder(folder)
      else { continue }
      DemoDatabase(folder: folder, lock: lock).remove()
    }
  }

  /// Plays the stories into a new database, each step by its actor and at its time.
  func fill(using host: Host) throws(Failure) {
    let now = host.now()
    let clock = StoryClock(now.advanced(bySeconds: -DemoStory.spanSeconds))
    let opening = DatabaseOpening(path: path, creates: true, now: { clock.time })
    let stories = DemoStory.all(until: now)
    let steps = stories.flatMap(\.steps).enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    try reporting { () throws(EngineError) in
      let engine = try host.openEngine(opening)
      for story in stories { try Self.make(story, in: engine, by: Actor(name: host.user())) }
      for (_, step) in steps {
        clock.time = step.at
        _ = try engine.apply(step.change, by: step.actor)
      }
    }
  }

  private static func make(
    _ story: DemoStory, in engine: any Engine, by actor: Actor
  ) throws(EngineError) {
    if story.project.workflow != nil {
      _ = try engine.apply(.createWorkflow(story.workflow), by: actor)
    }
    _ = try engine.apply(.createProject(story.project), by: actor)
  }

  /// Deletes the folder and what is in it.
  func remove() {
    Files.removeFolder(folder)
    close(lock)
  }
}

/// A clock that stands still until it is set.
private final class StoryClock: Sendable {
  private let milliseconds: Atomic<Int64>

  init(_ time: Timestamp) {
    milliseconds = Atomic(time.milliseconds)
  }

  var time: Timestamp {
    get { Timestamp(milliseconds: milliseconds.load(ordering: .relaxed)) }
    set { milliseconds.store(newValue.milliseconds, ordering: .relaxed) }
  }
}
