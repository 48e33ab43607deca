extension Machine {
  /// A machine with a project `REL` on the template Delivery, and two tickets in its first stage.
  static func withReleases() -> Machine {
    let machine = Machine()
    machine.run("project create --key REL --name Releases --workflow Delivery")
    machine.run("ticket create --priority high --label auth", "Login times out")
    machine.run("ticket create", "Ship 4.2")
    return machine
  }

  /// The same beside a project `OPS` on Default, with a ticket for agents, one for people, and one for both.
  static func withTeamwork() -> Machine {
    let machine = withReleases()
    machine.run("project create --key OPS --name Operations")
    machine.run("ticket create -p OPS --target agent", "Rotate the keys")
    machine.run("ticket create -p OPS --target human", "Call the vendor")
    machine.run("ticket create -p OPS --priority urgent", "Disk is full")
    return machine
  }
}

/// A workflow of two statuses with one gate of each kind of requirement between them.
enum Short {
  static let definition = """
    {"name": "Short", "enforcement": "strict",
     "statuses": [{"name": "Open", "category": "todo"}, {"name": "Shut", "category": "done"},
                  {"name": "Never", "category": "cancelled"}],
     "transitions": [{"from": "Open", "to": "Shut"}, {"from": "Open", "to": "Never"}],
     "gates": [{"key": "over", "name": "Over", "from": "todo", "to": "done",
                "acknowledgment": "I saw it work.", "checklist": [{"key": "told", "text": "All know"}],
                "required_fields": ["why"]}],
     "fields": [{"key": "why", "name": "Why", "type": "select", "options": ["fixed", "gone"]}]}
    """
}
