import SluiceCore

extension AppState {
  /// Does with all that is marked what a command is called for with an argument.
  mutating func callOnMarked(
    _ id: CommandID, _ argument: String
  ) -> Result<[Effect], CallFault> {
    switch id {
    case .previewMove:
      switch status(called: argument, in: board.workflow) {
      case .failure(let fault): return .failure(fault)
      case .success(let status): return .success(moveMarked(to: status.name))
      }
    case .comment: return .success(choose(argument, for: .comment))
    default:
      switch edit(id, argument) {
      case .failure(let fault): return .failure(fault)
      case .success(let edit): return .success(previewMarked(edit))
      }
    }
  }
}
