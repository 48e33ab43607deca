internal import SluiceCore

/// A reference by id or by name: a text where that says which, else an object with the name.
protocol WireReference: WireValue {
  init(_ text: String)

  init(named name: String)

  /// The name, if it is one.
  var name: String? { get }

  var description: String { get }
}

extension WireReference {
  init(wire json: JSONValue) throws(WireFault) {
    guard case .object = json else {
      self.init(try String(wire: json))
      return
    }
    var parts = try WireObject(json)
    self.init(named: try parts.read("name"))
    try parts.end()
  }

  func write(to writer: inout WireWriter) {
    // A name may look like an id.
    if let name, Self(name).name == nil {
      writer.object { $0.member("name", name) }
    } else {
      writer.text(description)
    }
  }
}

extension WorkflowReference: WireReference {
  init(named name: String) {
    self = .name(name)
  }

  var name: String? {
    if case .name(let name) = self { name } else { nil }
  }
}

extension ProviderReference: WireReference {
  init(named name: String) {
    self = .name(name)
  }

  var name: String? {
    if case .name(let name) = self { name } else { nil }
  }
}
