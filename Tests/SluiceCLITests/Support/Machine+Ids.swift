extension Machine {
  func ticketID(_ key: String) -> String { id(in: run("ticket show --json \(key)").output) }

  func projectID(_ key: String) -> String {
    let items = run("project list --json").output.split(separator: "{")
    return id(in: items.first { $0.contains("\"\(key)\"") }.map(String.init) ?? "")
  }

  /// The value of the first member `id`.
  private func id(in json: String) -> String {
    let rest = json.split(separator: "\"id\": \"", maxSplits: 1).last ?? ""
    return rest.split(separator: "\"").first.map(String.init) ?? ""
  }
}
