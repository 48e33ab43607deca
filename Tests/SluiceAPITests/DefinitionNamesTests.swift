import SluiceAPI
import SluiceCore
import Testing

@Suite struct DefinitionNamesTests {
  private let snake = JSONValue.object([
    "name": .string("Ship it"),
    "statuses": .array([
      .object([
        "name": .string("wip_limit"), "category": .string("in_progress"), "wip_limit": .integer(3),
      ])
    ]),
    "stages": .array([.object(["key": .string("agent_required"), "agent_required": .bool(true)])]),
    "gates": .array([.object(["required_fields": .texts(["required_fields"])])]),
  ])

  @Test func `Members are called otherwise, and what people wrote stays`() {
    let camel = JSONValue.object([
      "name": .string("Ship it"),
      "statuses": .array([
        .object([
          "name": .string("wip_limit"), "category": .string("in_progress"),
          "wipLimit": .integer(3),
        ])
      ]),
      "stages": .array([.object(["key": .string("agent_required"), "agentRequired": .bool(true)])]),
      "gates": .array([.object(["requiredFields": .texts(["required_fields"])])]),
    ])

    #expect(snake.camelDefinition == camel)
    #expect(camel.snakeDefinition == snake)
  }

  @Test(arguments: WorkflowDraft.templates)
  func `A definition that goes there and back is the same`(draft: WorkflowDraft) throws {
    let json = JSONValue.object(draft.json)
    #expect(json.camelDefinition.snakeDefinition == json)
    #expect(try WorkflowDraft(reading: json.camelDefinition.snakeDefinition) == draft)
  }

  @Test(arguments: [
    ("statuses[2].wip_limit", "statuses[2].wipLimit"),
    ("gates[0].required_fields[1]", "gates[0].requiredFields[1]"), ("name", "name"),
    ("transitions[0].to", "transitions[0].to"), ("", ""),
  ])
  func `A problem is told with the place that its writer knows`(snake: String, camel: String) {
    #expect(WorkflowFault(snake, "No.").camel == WorkflowFault(camel, "No."))
  }
}
