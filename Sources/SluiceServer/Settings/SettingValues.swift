internal import SluiceCore

/// The texts of settings, and where each was set: the command line goes before the environment, and that
/// before the file.
struct SettingValues {
  private var values: [Setting: (text: String, origin: String)] = [:]

  subscript(setting: Setting) -> String? {
    values[setting]?.text
  }

  /// Takes a value unless the setting has one.
  mutating func add(_ setting: Setting, _ text: String, from origin: String) {
    if values[setting] == nil { values[setting] = (text, origin) }
  }

  /// Takes what the environment sets; an empty variable sets nothing.
  mutating func add(environment variable: (String) -> String?) {
    for setting in Setting.allCases {
      for name in setting.variables {
        guard let text = variable(name), !text.isEmpty else { continue }
        add(setting, text, from: "the variable \(name)")
      }
    }
  }

  /// Takes what a file of settings says.
  mutating func add(file text: [UInt8], named path: String) throws(StartFailure) {
    let value: JSONValue
    do {
      value = try JSONReader.read(SourceText(text)).value
    } catch {
      throw .configuration(
        "\(path):\(error.line):\(error.column): \(error.message)", "The file is one JSON object.")
    }
    guard case .object(let members) = value else {
      throw .configuration("\(path): Expected an object, found \(value.kind).")
    }
    let names = Setting.allCases.map(\.member)
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      guard let setting = Setting.allCases.first(where: { $0.member == name }) else {
        let near = nearest(to: name, among: names).map { "Did you mean “\($0)”?" }
        throw .configuration(
          "\(path): “\(name)” is no setting.",
          near ?? "Known are \(names.joined(separator: ", ")).")
      }
      guard case .string(let text) = value else {
        throw .configuration("\(path): “\(name)” is \(value.kind), not a text.")
      }
      add(setting, text, from: path)
    }
  }

  /// Says that the value of a setting will not do.
  func refusal(_ setting: Setting, _ reason: String) -> StartFailure {
    let value = values[setting]
    return .configuration(
      "--\(setting.option): “\(value?.text ?? "")” \(reason).",
      value.map { "It is set by \($0.origin)." })
  }
}
