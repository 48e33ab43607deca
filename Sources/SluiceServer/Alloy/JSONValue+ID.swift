internal import SluiceCore

extension JSONValue {
  /// A public id.
  static func id<Subject>(_ id: Identifier<Subject>) -> JSONValue {
    .string(id.description)
  }
}
