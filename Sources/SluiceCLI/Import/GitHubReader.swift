import SluiceCore

/// Finds the issues in what `gh issue list --json …` printed, and notes everything that has another shape.
struct GitHubReader {
  private let source: SourceText
  private(set) var faults: [ImportFault] = []

  init(_ source: SourceText) {
    self.source = source
  }

  /// The issues with where each begins; those with faults are left out.
  ///
  /// Issues without a URL belong to the one repository that the others tell, if they tell any.
  mutating func issues(in root: JSONNode) -> [(issue: GitHubIssue, offset: Int)] {
    guard case .array(let nodes) = root.content else {
      fault(root, "", "Expected a list of issues, found \(root.value.kind).")
      return []
    }
    var read: [(issue: GitHubIssue, node: JSONNode, place: String)] = []
    for (index, node) in nodes.enumerated() {
      let place = "[\(index)]"
      if let issue = issue(node, at: place) { read.append((issue, node, place)) }
    }
    let repositories = Set(read.compactMap(\.issue.repositoryURL))
    var offsets: [String: Int] = [:]
    for index in read.indices {
      let (_, node, place) = read[index]
      complete(&read[index].issue, node, place, from: repositories)
      // Two issues of one source would become one ticket.
      let source = read[index].issue.source
      guard let first = offsets.updateValue(node.offset, forKey: source) else { continue }
      let line = self.source.line(of: first)
      fault(node, place, "“\(source)” was already the issue of line \(line).")
    }
    return read.map { ($0.issue, $0.node.offset) }
  }

  private mutating func complete(
    _ issue: inout GitHubIssue, _ node: JSONNode, _ place: String, from repositories: Set<String>
  ) {
    guard issue.url == nil, let number = issue.number, let repository = repositories.first else {
      return
    }
    guard repositories.count == 1 else {
      return fault(
        node, place, "“url” is missing, and the file is of \(repositories.count) repositories.")
    }
    issue.url = "\(repository)/issues/\(number)"
  }

  private mutating func issue(_ node: JSONNode, at place: String) -> GitHubIssue? {
    guard case .object = node.content else {
      fault(node, place, "Expected an issue, found \(node.value.kind).")
      return nil
    }
    let count = faults.count
    let number = integer(node, "number", place)
    let url = text(node, "url", place)?.trimmingBlanks
    let isNameless = number == nil && url?.isEmpty != false
    if isNameless, faults.count == count {
      fault(node, place, "Neither “url” nor “number” tells which issue this is.")
    }
    let title = required(node, "title", place)
    let state = required(node, "state", place).uppercased()
    if !state.isEmpty, state != "OPEN", state != "CLOSED" {
      fault(node["state"] ?? node, place + ".state", "Expected OPEN or CLOSED, found “\(state)”.")
    }
    let reason = text(node, "stateReason", place)?.uppercased()
    let issue = GitHubIssue(
      number: number, url: url?.isEmpty == true ? nil : url, title: title,
      body: text(node, "body", place) ?? "",
      isClosed: state == "CLOSED", isNotPlanned: reason == "NOT_PLANNED" || reason == "DUPLICATE",
      author: person(node["author"], place + ".author"),
      assignees: list(node, "assignees", place) { $0.person($1, $2) },
      labels: list(node, "labels", place) { $0.label($1, $2) },
      comments: list(node, "comments", place) { $0.comment($1, $2) },
      createdAt: moment(node, "createdAt", place), updatedAt: moment(node, "updatedAt", place),
      closedAt: moment(node, "closedAt", place))
    return faults.count == count ? issue : nil
  }

  private mutating func comment(_ node: JSONNode, _ place: String) -> Comment {
    guard case .object = node.content else {
      fault(node, place, "Expected a comment, found \(node.value.kind).")
      return Comment(author: "", at: Timestamp(milliseconds: 0), text: "")
    }
    return Comment(
      author: person(node["author"], place + ".author"),
      at: moment(node, "createdAt", place) ?? Timestamp(milliseconds: 0),
      text: text(node, "body", place) ?? "")
  }

  /// The login of a person, who may be missing: accounts get deleted.
  private mutating func person(_ node: JSONNode?, _ place: String) -> String {
    guard let node else { return GitHubIssue.ghost }
    if case .string(let login) = node.content { return login }
    guard case .object = node.content else {
      fault(node, place, "Expected a person, found \(node.value.kind).")
      return ""
    }
    let login = text(node, "login", place) ?? ""
    return login.isEmpty ? GitHubIssue.ghost : login
  }

  private mutating func label(_ node: JSONNode, _ place: String) -> String {
    if case .string(let name) = node.content { return name }
    guard case .object = node.content else {
      fault(node, place, "Expected a label, found \(node.value.kind).")
      return ""
    }
    return required(node, "name", place)
  }
}

extension GitHubReader {
  private mutating func fault(_ node: JSONNode, _ place: String, _ message: String) {
    faults.append(ImportFault(line: source.line(of: node.offset), place: place, message: message))
  }

  private mutating func text(_ node: JSONNode, _ key: String, _ place: String) -> String? {
    guard let member = node[key] else { return nil }
    guard case .string(let text) = member.content else {
      fault(member, "\(place).\(key)", "Expected a text, found \(member.value.kind).")
      return nil
    }
    return text
  }

  private mutating func required(_ node: JSONNode, _ key: String, _ place: String) -> String {
    if node[key] == nil { fault(node, place, "“\(key)” is missing; ask gh for it with --json.") }
    return text(node, key, place) ?? ""
  }

  private mutating func integer(_ node: JSONNode, _ key: String, _ place: String) -> Int? {
    guard let member = node[key] else { return nil }
    guard case .number(let number) = member.content, let whole = Int(exactly: number) else {
      fault(member, "\(place).\(key)", "Expected a whole number, found \(member.value.kind).")
      return nil
    }
    return whole
  }

  private mutating func moment(_ node: JSONNode, _ key: String, _ place: String) -> Timestamp? {
    guard let text = text(node, key, place), !text.isEmpty else { return nil }
    guard let moment = Timestamp(reading: text) else {
      fault(node[key] ?? node, "\(place).\(key)", "Expected a date and time, found “\(text)”.")
      return nil
    }
    return moment
  }

  private mutating func list<Element>(
    _ node: JSONNode, _ key: String, _ place: String,
    _ element: (inout GitHubReader, JSONNode, String) -> Element
  ) -> [Element] {
    guard let member = node[key] else { return [] }
    guard case .array(let nodes) = member.content else {
      fault(member, "\(place).\(key)", "Expected a list, found \(member.value.kind).")
      return []
    }
    var elements: [Element] = []
    for (index, node) in nodes.enumerated() {
      elements.append(element(&self, node, "\(place).\(key)[\(index)]"))
    }
    return elements
  }
}
