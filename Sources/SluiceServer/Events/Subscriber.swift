internal import HTTPServer
internal import SluiceCore

/// Someone who follows what happens.
final class Subscriber {
  let stream: EventStream
  let caller: Caller
  /// The digest of their token, by which it is seen whether it is still good.
  let credential: String?
  /// Only these, if any is given.
  let organization: Organization.ID?
  let project: Project.ID?
  /// Up to where in history they were told; `nil` for now.
  var position: Int64?
  /// Whether they were told from where on they hear everything.
  var hasBegun = false

  init(
    _ stream: EventStream, _ caller: Caller, credential: String?, organization: Organization.ID?,
    project: Project.ID?, position: Int64?
  ) {
    self.stream = stream
    self.caller = caller
    self.credential = credential
    self.organization = organization
    self.project = project
    self.position = position
  }

  /// Whether they were not told of an event yet.
  func isBefore(_ item: FeedItem) -> Bool {
    (position ?? .max) < item.event.sequence
  }

  /// Whether they asked for an event at all.
  func wants(_ item: FeedItem) -> Bool {
    (organization == nil || organization == item.organization)
      && (project == nil || project == item.project)
  }
}
