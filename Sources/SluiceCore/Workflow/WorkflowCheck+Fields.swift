extension WorkflowCheck {
  mutating func checkFields() {
    for (index, field) in draft.fields.enumerated() {
      let place = "fields[\(index)]"
      checkKey(field.key, at: place + ".key")
      checkName(field.name, at: place + ".name")
      checkWord(field.type, among: ["text", "number", "select", "date"], at: place + ".type")
      checkOptions(of: field, at: place + ".options")
    }
    checkUnique(draft.fields.map(\.key), "fields", at: { "fields[\($0)].key" })
  }

  private mutating func checkOptions(of field: WorkflowDraft.FieldDraft, at place: String) {
    if field.type == "select", field.options.isEmpty {
      fault(place, "A select field needs at least one option.")
    }
    if ["text", "number", "date"].contains(field.type), !field.options.isEmpty {
      fault(place, "Only a select field has options; “\(field.key)” is \(field.type).")
    }
    for (position, option) in field.options.enumerated() {
      checkName(option, at: "\(place)[\(position)]")
    }
    checkUnique(field.options, "options", at: { "\(place)[\($0)]" })
  }
}
