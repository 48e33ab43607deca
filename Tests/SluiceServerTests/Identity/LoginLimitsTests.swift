import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct LoginLimitsTests {
  private let start = Timestamp(milliseconds: 0)

  @Test func `The eleventh attempt at one account waits until the first is forgotten`() {
    let limits = LoginLimits()
    for _ in 0..<10 { #expect(limits.count([.account("ann@example.org")], at: start) == nil) }
    #expect(limits.count([.account("ann@example.org")], at: start) == 301)
    #expect(limits.count([.account("bob@example.org")], at: start) == nil)
    let later = start.advanced(bySeconds: 300)
    #expect(limits.count([.account("ann@example.org")], at: later) == nil)
  }

  @Test func `One peer does not try many accounts`() {
    let limits = LoginLimits()
    for number in 0..<30 {
      #expect(limits.count([.account("\(number)"), .peer("192.0.2.1")], at: start) == nil)
    }
    #expect(limits.count([.account("30"), .peer("192.0.2.1")], at: start) == 301)
    #expect(limits.count([.account("30"), .peer("192.0.2.2")], at: start) == nil)
  }

  @Test func `The right password forgets the wrong ones`() {
    let limits = LoginLimits()
    for _ in 0..<10 { _ = limits.count([.account("ann")], at: start) }
    limits.forget("ann")
    #expect(limits.count([.account("ann")], at: start) == nil)
  }

  @Test func `Many names do not win attempts at one account`() {
    let limits = LoginLimits()
    for _ in 0..<10 { _ = limits.count([.account("ann")], at: start) }
    for number in 0..<30_000 { _ = limits.count([.account("\(number)")], at: start) }
    #expect(limits.count([.account("ann")], at: start) == 301)
  }
}
