extension Machine {
  /// A machine with a project `WF` on the strict workflow of the Alloy guide, and one ticket.
  static func withTicket() -> Machine {
    let machine = Machine()
    machine.run("project create --key WF --name", "Workflow Demo", "--workflow", "Bug Triage")
    machine.run(
      "ticket create --priority high --label bug --label auth --description",
      "Users report session expiring too early", "Fix login timeout")
    return machine
  }
}
