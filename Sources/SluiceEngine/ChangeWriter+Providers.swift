internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  func createProvider(_ draft: ProviderDraft) throws(EngineError) -> Receipt {
    let (name, type, config) = try judging { () throws(Rejection) in
      (
        try ProviderRules.checkedWord(draft.name, called: "name"),
        try ProviderRules.checkedWord(draft.type, called: "type"),
        try ProviderRules.checked(draft.config)
      )
    }
    try checkProviderName(name)
    let provider = Provider(
      id: makeID(), name: name, type: type, settings: [:], secrets: [], isActive: draft.isActive,
      createdAt: signature.at, updatedAt: signature.at)
    try store.insert(provider, config: config)
    try record(Event.Draft(.providerCreated, subject: name, to: type))
    return try receipt(.provider(try store.existing(.id(provider.id)).provider))
  }

  func editProvider(
    _ reference: ProviderReference, _ edit: ProviderEdit
  ) throws(EngineError) -> Receipt {
    let (row, former) = try store.existing(reference)
    let formerConfig = try store.configuration(ofProvider: row)
    var provider = former
    let config = try judging { () throws(Rejection) in
      if let name = edit.name {
        provider.name = try ProviderRules.checkedWord(name, called: "name")
      }
      if let type = edit.type {
        provider.type = try ProviderRules.checkedWord(type, called: "type")
      }
      return try ProviderRules.checked(
        formerConfig.merging(edit.config.compactMapValues(\.self)) { $1 }
          .filter { edit.config[$0.key] != .some(nil) })
    }
    provider.isActive = edit.isActive ?? provider.isActive
    if provider.name != former.name { try checkProviderName(provider.name) }
    var parts: [String] = []
    if provider.name != former.name { parts.append("name") }
    if provider.type != former.type { parts.append("type") }
    if provider.isActive != former.isActive { parts.append("active") }
    parts += Set(config.keys).union(formerConfig.keys).sorted()
      .filter { config[$0] != formerConfig[$0] }.map { "config.\($0)" }
    guard !parts.isEmpty else { return try receipt(.provider(former)) }
    provider.updatedAt = signature.at
    try store.update(row, to: provider, config: config)
    try record(
      Event.Draft(.providerEdited, subject: former.name, to: parts.joined(separator: ", ")))
    return try receipt(.provider(try store.existing(.id(provider.id)).provider))
  }

  func deleteProvider(_ reference: ProviderReference) throws(EngineError) -> Receipt {
    let (row, provider) = try store.existing(reference)
    try store.deleteProvider(row)
    try record(Event.Draft(.providerDeleted, subject: provider.name))
    return try receipt(.deleted("provider “\(provider.name)”"))
  }

  private func checkProviderName(_ name: String) throws(EngineError) {
    guard try store.provider(.name(name)) == nil else {
      throw EngineError(
        .conflict, "There is a provider “\(name)” already.",
        nextStep: "Give this one another name.")
    }
  }

  private func record(_ event: Event.Draft) throws(EngineError) {
    try store.append([event], project: nil, ticket: nil, signature)
  }
}
