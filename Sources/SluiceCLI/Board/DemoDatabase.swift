import Glibc
import SluiceCore
import SluiceSamples
import Synchronization

/// A database of made-up projects in a folder of its own, which `remove` deletes.
struct DemoDatabase {
  /// The folder, readable by the user alone.
  let folder: String

  var path: String { folder + "/demo.db" }

  /// Makes an empty folder.
  init(in parents: [String]) throws(Failure) {
    let parent = parents.first(where: Files.isWritable) ?? "/tmp"
    folder = try Files.makeTemporaryDirectory(parent + "/sluice-demo-")
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
    for name in Files.names(in: folder) { unlink(folder + "/" + name) }
    rmdir(folder)
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
