internal import SluiceCore

/// A walk through a page of instructions, request by request, for whoever can carry requests to a server.
package struct Walk: Sendable, CustomStringConvertible {
  /// One request and what the page says of its answer.
  package struct Step: Sendable {
    var method: String
    /// The path and its query; names in angle brackets stand for what earlier answers held.
    var path: String
    var body = ""
    var status: Int
    /// What the answer holds at least; `"..."` stands for anything.
    var reply = "{}"
    /// The texts of some members of the answer, by their paths; `nil` for one that is not there.
    var members: KeyValuePairs<String, String?> = [:]
    /// Under which names members of the answer are kept for later steps; `token` is sent with each.
    var keeping: [String: String] = [:]
  }

  /// A request as it is to be sent.
  package struct Request: Sendable {
    package let method: String
    package let target: String
    package let token: String?
    package let body: String
  }

  /// What came back.
  package struct Answer: Sendable {
    let status: Int
    let text: String

    package init(status: Int, text: String) {
      (self.status, self.text) = (status, text)
    }
  }

  package let description: String
  let steps: [Step]

  /// Goes all the way, and answers what was not as the page prints it.
  package func faults(_ ask: (Request) throws -> Answer) rethrows -> [String] {
    var known: [String: String] = [:]
    var faults: [String] = []
    func filled(_ text: String) -> String {
      known.reduce(text) { $0.replacing("<\($1.key)>", with: $1.value) }
    }
    for (number, step) in steps.enumerated() {
      let request = Request(
        method: step.method, target: filled(step.path), token: known["token"],
        body: filled(step.body))
      let answer = try ask(request)
      if let fault = step.fault(in: answer, filled) {
        faults.append(
          "step \(number + 1), \(step.method) \(step.path): \(fault); it was \(answer.text)")
      }
      for (name, member) in step.keeping { known[name] = answer.json.text(at: member) }
    }
    return faults
  }
}

extension Walk.Answer {
  fileprivate var json: JSONValue {
    (try? JSONReader.read(SourceText(Array(text.utf8))).value) ?? .null
  }
}

extension Walk.Step {
  fileprivate func fault(in answer: Walk.Answer, _ filled: (String) -> String) -> String? {
    guard answer.status == status else { return "the status is \(answer.status), not \(status)" }
    if status == 204 { return answer.text.isEmpty ? nil : "there is a body" }
    if let difference = JSONValue(literal: filled(reply)).difference(from: answer.json) {
      return difference
    }
    for (path, text) in members where answer.json.text(at: path) != text {
      return "\(path) is \(answer.json.text(at: path) ?? "missing"), not \(text ?? "missing")"
    }
    return nil
  }
}
