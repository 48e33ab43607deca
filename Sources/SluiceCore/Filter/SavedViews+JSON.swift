extension SavedViews {
  /// As a file keeps them.
  public var json: JSONValue {
    .object([
      "views": .array(
        all.map { view in
          var members = ["name": JSONValue.string(view.name), "filter": .string(view.text)]
          members["project"] = view.project.map { .string($0.text) }
          return .object(members)
        })
    ])
  }

  /// Reads what `json` says.
  ///
  /// What is not known is refused, for it would be lost when the views are written anew.
  public init(reading source: SourceText) throws(JSONFault) {
    let file = try ViewReader(source: source)
    self.init(try file.views())
  }
}

/// Makes views of the text of a file.
private struct ViewReader {
  let source: SourceText
  let root: JSONNode

  init(source: SourceText) throws(JSONFault) {
    self.source = source
    root = try JSONReader.read(source)
  }

  func views() throws(JSONFault) -> [SavedView] {
    try refuseUnknown(in: root, known: ["views"], what: "the file")
    guard let list = root["views"], case .array(let nodes) = list.content else {
      throw fault("Expected an object with a list “views”.", at: root["views"] ?? root)
    }
    guard nodes.count <= SavedViews.maximumCount else {
      throw fault("There are more than \(SavedViews.maximumCount) views.", at: list)
    }
    var views: [SavedView] = []
    for node in nodes { views.append(try view(node)) }
    return views
  }

  private func view(_ node: JSONNode) throws(JSONFault) -> SavedView {
    try refuseUnknown(in: node, known: ["name", "filter", "project"], what: "a view")
    let name = try text("name", of: node)
    let filter = try text("filter", of: node)
    guard let member = node["project"] else { return SavedView(name: name, text: filter) }
    guard case .string(let key) = member.content, let project = ProjectKey(key) else {
      throw fault("Expected the key of a project: \(ProjectKey.expectation).", at: member)
    }
    return SavedView(name: name, text: filter, project: project)
  }

  private func text(_ key: String, of node: JSONNode) throws(JSONFault) -> String {
    guard let member = node[key] else { throw fault("A view needs “\(key)”.", at: node) }
    guard case .string(let text) = member.content else {
      throw fault("Expected a text for “\(key)”.", at: member)
    }
    return text
  }

  private func refuseUnknown(
    in node: JSONNode, known: [String], what: String
  ) throws(JSONFault) {
    guard case .object(let members) = node.content else {
      throw fault("Expected an object for \(what).", at: node)
    }
    let unknown = members.filter { !known.contains($0.key) }
    guard let first = unknown.min(by: { $0.value.offset < $1.value.offset }) else { return }
    throw fault(
      "“\(first.key)” is not known in \(what); saving would lose it.",
      at: first.value.keyOffset ?? first.value.offset)
  }

  private func fault(_ message: String, at node: JSONNode) -> JSONFault {
    fault(message, at: node.offset)
  }

  private func fault(_ message: String, at offset: Int) -> JSONFault {
    JSONFault(
      line: source.line(of: offset), column: source.column(of: offset), message: message)
  }
}
