import SluiceCore
import Testing

@testable import SluiceStore

/// A step is written without values in between; who reads history must not see which way it was.
@Suite struct TraceTextTests {
  private static let entered = Timestamp(milliseconds: 1_700_000_000_123)
  private static let workflow = Workflow.ID("0b9f7c1e-3c52-4f0e-9a55-1d2f3a4b5c6d")

  @Test(arguments: [
    (
      EventTrace.Step(from: Status.ID(1), to: Status.ID(12), entered: entered),
      #"{"step":{"entered":1700000000123,"from":1,"to":12}}"#
    ),
    (
      EventTrace.Step(
        from: Status.ID(1), to: Status.ID(2), entered: Timestamp(milliseconds: -5),
        broken: ["no_transition", "wip \"limit\""]),
      #"{"step":{"broken":["no_transition","wip \"limit\""],"entered":-5,"from":1,"to":2}}"#
    ),
    (
      EventTrace.Step(
        from: Status.ID(1), to: Status.ID(2), entered: entered, arrived: entered,
        workflow: workflow),
      #"{"step":{"arrived":1700000000123,"entered":1700000000123,"from":1,"to":2,"#
        + #""workflow":"0b9f7c1e-3c52-4f0e-9a55-1d2f3a4b5c6d"}}"#
    ),
  ])
  func `A step is kept as one line of JSON`(step: EventTrace.Step, text: String) {
    #expect(EventTrace.step(step).text == text)
    #expect(EventTrace(text: text) == .step(step))
  }
}
