import CBaseline
import Glibc
import SluiceCore

/// How soon and how surely a thousand followers are told what happens.
struct StreamFigures {
  let file: ServedFile

  private static let events = 1_000
  private static let rate = 100

  func measure() throws(BenchError) -> Section {
    defer { file.remove() }
    var section = Section(title: "Following (\(Self.rate) changes in a second)")
    var start = 0
    for count in [1, 100, 1_000] {
      section.figures += try figures(of: count, from: &start)
    }
    section.notes = [
      "From the moment the change is answered to its arrival at each follower."
    ]
    return section
  }

  private func figures(of count: Int, from start: inout Int) throws(BenchError) -> [Figure] {
    let server = try ServingProcess.ours(file)
    guard
      let streams = baseline_streams_open(
        UInt16(server.port), file.token, Int32(count), Int32(Self.events))
    else { throw .system("The streams cannot be opened: connect") }
    defer { baseline_streams_close(streams) }
    try wait("The streams do not begin.") { baseline_streams_ready(streams) == count }
    let before = server.processor
    let answered = try change(server, &start)
    try? wait("") { baseline_streams_arrived(streams) >= Int64(count * Self.events) }
    let work = server.processor - before
    let memory = ProcessStatus(process: server.process).peakResident
    let lost = Int64(count * Self.events) - baseline_streams_arrived(streams)
    let delays = delays(streams, count, answered)
    let name = count == 1 ? "1 follower" : "\(grouped(count)) followers"
    return [
      Figure(
        name: name + ", median", unit: .milliseconds, value: delays.median / 1e6,
        target: .valueAtMost(5)),
      Figure(name: name + ", p99", unit: .milliseconds, value: delays.quantile(0.99) / 1e6),
      Figure(
        name: name + ", lost events", unit: .count,
        value: Double(lost + baseline_streams_faults(streams)), target: .valueAtMost(0)),
      Figure(
        name: name + ", memory of the server", unit: .megabytes, value: Double(memory) / 1_024,
        target: .valueAtMost(64)),
      Figure(
        name: name + ", CPU of a delivery", unit: .milliseconds,
        value: Double(work) / Double(count * Self.events) / 1e6),
    ]
  }

  /// Moves tickets at an even pace; answers when each change was answered.
  private func change(
    _ server: ServingProcess, _ start: inout Int
  ) throws(BenchError) -> [Int64] {
    let connection = try PlainConnection(port: server.port)
    var answered: [Int64] = []
    let begin = Clock.now
    for index in 0..<Self.events {
      let due = begin + Int64(index) * 1_000_000_000 / Int64(Self.rate)
      while Clock.now < due { usleep(useconds_t(max(1, (due - Clock.now) / 1_000))) }
      let move = file.moves[file.moves.count - 1 - start % (file.moves.count / 2)]
      let status = start / (file.moves.count / 2) % 2 == 0 ? move.there : move.here
      start += 1
      let reply = try connection.ask(
        ServeRequest.transition("\(move.ticket)", to: status.name, file.token))
      guard reply.status == 200 else { throw BenchError("A change was refused: \(reply.status).") }
      answered.append(reply.moment)
    }
    return answered
  }

  private func delays(
    _ streams: OpaquePointer, _ count: Int, _ answered: [Int64]
  ) -> Samples {
    var delays = Samples()
    for (event, moment) in answered.enumerated() {
      for stream in 0..<count {
        let arrival = baseline_streams_arrival(streams, Int32(event), Int32(stream))
        if arrival > 0 { delays.add(max(0, arrival - moment)) }
      }
    }
    return delays
  }

  private func wait(_ complaint: String, until isDone: () -> Bool) throws(BenchError) {
    let end = Clock.now + 20_000_000_000
    while !isDone() {
      guard Clock.now < end else { throw BenchError(complaint) }
      usleep(1_000)
    }
  }
}
