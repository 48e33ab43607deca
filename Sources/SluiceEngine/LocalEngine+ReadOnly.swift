public import SluiceCore
internal import SluiceStore

extension LocalEngine {
  /// Why a file that may only be read takes no changes; all else is possible.
  public func refusal(of feature: EngineFeature) -> String? {
    guard feature == .changes, let denial = store.withLock({ $0.denial }) else { return nil }
    let reason = denial.message.prefix(1).lowercased() + denial.message.dropFirst()
    return (["The board is read-only: \(reason)"] + [denial.nextStep].compactMap(\.self))
      .joined(separator: " ")
  }
}
