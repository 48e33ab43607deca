internal import SluiceCore

extension AccessTable {
  /// The calls of an engine, for another Sluice.
  ///
  /// The rows say who gets as far as the engine; what a call needs there is said by `EngineCall.needs`.
  static let engine: [String: Access] = [
    "engineOrganization": .role(.viewer, in: own),
    "engineProjects": .role(.viewer, in: own),
    "engineProject": .role(.viewer, in: own),
    "engineWorkflows": .role(.viewer, in: own),
    "engineWorkflow": .role(.viewer, in: own),
    "engineBoard": .role(.viewer, in: own),
    "engineOpening": .role(.viewer, in: own),
    "engineCount": .role(.viewer, in: own),
    "engineColumn": .role(.viewer, in: own),
    "engineTickets": .role(.viewer, in: own),
    "engineTicket": .role(.viewer, in: own),
    "engineHistory": .role(.viewer, in: own),
    "engineEvents": .role(.viewer, in: own),
    "engineAvailable": .role(.viewer, in: own),
    "engineClaimed": .role(.viewer, in: own),
    "engineSuggestions": .role(.viewer, in: own),
    "engineProviders": .role(.viewer, in: own),
    "engineProvider": .role(.viewer, in: own),
    "engineTestProvider": .role(.viewer, in: own),
    "engineApply": .byChange(in: own),
    "enginePreview": .byChange(in: own),
  ]

  private static let own = Access.Place.organization("org", admittingGuests: true)
}
