/// Eight processes that write to one file, beside one alone.
struct Crowd {
  let database: Database
  let rounds: Int

  private static let size = 8
  private static let milliseconds = 500

  func figures() throws(BenchError) -> [Figure] {
    var companions: [Companion] = []
    for share in 0..<Self.size {
      companions.append(
        try Companion(
          WritingCompanion.words(share, of: Self.size, Self.milliseconds, database)))
    }
    for companion in companions {
      guard try companion.hear() == "ready" else { throw BenchError("A companion is not ready.") }
    }
    var (alone, together) = (Samples(), Samples())
    var longest: Int64 = 0
    for round in 0..<rounds {
      let one = try run([companions[round % Self.size]])
      let all = try run(companions)
      alone.add(one.rate)
      together.add(all.rate)
      longest = max(longest, all.longest)
    }
    return [
      Figure(
        name: "moves, eight processes together", unit: .perSecond, value: together.median,
        baseline: ("one alone", alone.median), target: .ratioAtLeast(0.9)),
      Figure(
        name: "longest wait of the eight", unit: .milliseconds, value: Double(longest) / 1e6,
        target: .valueAtMost(500)),
    ]
  }

  /// Lets some of them work for a while.
  private func run(_ companions: [Companion]) throws(BenchError) -> (rate: Double, longest: Int64) {
    for companion in companions { companion.tell("go") }
    var (count, longest): (Int, Int64) = (0, 0)
    for companion in companions {
      let words = try companion.hear().split(separator: " ").compactMap { Int64($0) }
      guard words.count == 2 else { throw BenchError("A companion does not know its figures.") }
      count += Int(words[0])
      longest = max(longest, words[1])
    }
    return (Double(count) * 1_000 / Double(Self.milliseconds), longest)
  }
}
