import Synchronization
import Testing

@testable import SluiceServer

@Suite struct DeskTests {
  /// Notes which writes came together.
  private final class Groups: WritingInGroups {
    let sizes = Mutex<[Int]>([])

    func write(_ tasks: [DeskTask]) -> [DeskTask.Outcome] {
      sizes.withLock { $0.append(tasks.count) }
      return tasks.map { task in Result(catching: task.work) }
    }
  }

  /// What outcomes were told, and in which order.
  private final class Told: Sendable {
    let statuses = Mutex<[Int]>([])
    private let bell = Bell()

    func add(_ status: Int) {
      statuses.withLock { $0.append(status) }
      bell?.ring()
    }

    func wait(for count: Int) -> [Int] {
      while statuses.withLock({ $0.count }) < count { bell?.wait(milliseconds: 5_000) }
      return statuses.withLock { $0 }
    }
  }

  private static let seven: @Sendable () throws(APIError) -> Int = { () throws(APIError) in 7 }

  private static func status(_ outcome: DeskTask.Outcome) -> Int {
    switch outcome {
    case .success(let answer): answer.status
    case .failure(let error): error.status
    }
  }

  private func write(
    _ status: Int, _ told: Told, hold: Bell? = nil, begun: Bell? = nil
  ) -> DeskTask {
    DeskTask(
      work: { () throws(APIError) in
        begun?.ring()
        hold?.wait()
        if status >= 400 { throw APIError(status, "X", "No.") }
        return Answer(status: status, body: .none)
      }, finish: { told.add(Self.status($0)) })
  }

  @Test func `A read is done at once where nobody works`() throws {
    let desk = try #require(Desk(Groups()))
    let told = Told()
    desk.read(Self.seven, { _ in told.add(200) })
    #expect(told.statuses.withLock { $0 } == [200])
    desk.close()
  }

  @Test func `Writes that wait become one group, behind the reads that wait`() throws {
    let groups = Groups()
    let desk = try #require(Desk(groups))
    let told = Told()
    let hold = try #require(Bell())
    let begun = try #require(Bell())
    desk.write(write(201, told, hold: hold, begun: begun))
    begun.wait()
    desk.write(write(422, told))
    desk.write(write(204, told))
    desk.read(Self.seven, { _ in told.add(200) })
    hold.ring()

    #expect(told.wait(for: 4) == [201, 200, 422, 204])
    #expect(groups.sizes.withLock { $0 } == [1, 2])
    desk.close()
  }

  @Test func `Who comes when too many wait is told to come back`() throws {
    let desk = try #require(Desk(Groups(), capacity: 1))
    let told = Told()
    let hold = try #require(Bell())
    let begun = try #require(Bell())
    desk.write(write(201, told, hold: hold, begun: begun))
    begun.wait()
    desk.write(write(202, told))
    desk.write(write(203, told))
    #expect(told.statuses.withLock { $0 } == [503])
    hold.ring()
    #expect(told.wait(for: 3) == [503, 201, 202])
    desk.close()
  }

  @Test func `A desk that closes does what waits and takes nothing more`() throws {
    let desk = try #require(Desk(Groups()))
    let told = Told()
    desk.write(write(201, told))
    desk.close()
    #expect(told.statuses.withLock { $0 } == [201])
    desk.write(write(202, told))
    #expect(told.statuses.withLock { $0 } == [201, 503])
  }
}
