public import SluiceCore
internal import SluiceStore

extension LocalEngine {
  /// The workflow that the tickets of a project follow: the one assigned, else the organization's Default.
  ///
  /// One read by index, where the definition is known already.
  public func followedWorkflow(
    in reference: ProjectReference
  ) throws(EngineError) -> Workflow {
    try reading { (store) throws(EngineError) in
      try store.workflow(store.existing(reference).workflow)
    }
  }
}
