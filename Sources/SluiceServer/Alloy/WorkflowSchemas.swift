internal import SluiceAPI
internal import SluiceCore

/// What workflows are on Alloy's routes.
///
/// Words such as categories are texts here: the rules tell all faults of a definition together.
enum WorkflowSchemas {
  static let transition = Schema.object(.required("from", .text), .required("to", .text))

  static let stage = Schema.object(
    .required("key", .text), .optional("name", .nullable(.text)),
    .required("statuses", .array(.text)), .optional("agent_required", .nullable(.boolean)))

  static let gate = Schema.object(
    .required("key", .text), .optional("name", .nullable(.text)), .required("from", .text),
    .required("to", .text), .optional("acknowledgment", .nullable(.text)),
    .optional(
      "checklist",
      .nullable(.array(.object(.required("key", .text), .required("text", .text))))),
    .optional("required_fields", .nullable(.array(.text))))

  static let field = Schema.object(
    .required("key", .text), .optional("name", .nullable(.text)),
    .required("type", .described(.text, "text, number, select or date.")),
    .optional("options", .nullable(.array(.text))))

  private static let status: [Schema.Member] = [
    .required("name", .text), .required("category", .described(.text, words(of: Category.self))),
    .optional("wip_limit", .nullable(.wholeNumber)),
  ]

  private static let statusEdit: [Schema.Member] =
    status + [
      .optional("was", .described(.nullable(.text), "The name that the status had."))
    ]

  private static let enforcement = Schema.described(
    .nullable(.text), words(of: Enforcement.self))

  static let definition: [Schema.Member] = [
    .required("name", .text), .optional("enforcement", enforcement),
    .required("statuses", .array(.object(Schema.ObjectRule(status)))),
    .optional("transitions", .nullable(.array(transition))),
    .optional("stages", .nullable(.array(stage))), .optional("gates", .nullable(.array(gate))),
    .optional("fields", .nullable(.array(field))),
  ]

  static let edit: [Schema.Member] = [
    .optional("name", .nullable(.text)), .optional("enforcement", enforcement),
    .optional(
      "statuses",
      .described(
        .nullable(.array(.object(Schema.ObjectRule(statusEdit)))),
        "All statuses there should be; those left out are removed.")),
    .optional("transitions", .nullable(.array(transition))),
    .optional("stages", .nullable(.array(stage))), .optional("gates", .nullable(.array(gate))),
    .optional("fields", .nullable(.array(field))),
    .optional("mapping", .reference("StatusMapping")), .optional("map_suggested", .boolean),
    .optional("expected_revision", .count),
  ]

  private static func words<Word: CaseIterable & RawRepresentable<String>>(
    of _: Word.Type
  ) -> String {
    Word.allCases.map(\.rawValue).joined(separator: ", ") + "."
  }
}
