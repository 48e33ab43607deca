extension Workflow {
  /// Whether another revision says the same.
  public func isDefined(as other: Workflow) -> Bool {
    changedParts(since: other).isEmpty
  }

  /// The members of the definition that differ from another revision's.
  public func changedParts(since former: Workflow) -> [String] {
    var parts: [String] = []
    if name != former.name { parts.append("name") }
    if enforcement != former.enforcement { parts.append("enforcement") }
    if statuses != former.statuses { parts.append("statuses") }
    if transitions != former.transitions { parts.append("transitions") }
    if stages != former.stages { parts.append("stages") }
    if gates != former.gates { parts.append("gates") }
    if fields != former.fields { parts.append("fields") }
    return parts
  }
}
