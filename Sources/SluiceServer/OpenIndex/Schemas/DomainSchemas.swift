internal import SluiceAPI
internal import SluiceCore

/// What OpenIndex's routes say of domains, their members and the caller.
enum DomainSchemas {
  static let all: [String: Schema] = [
    "Domain": domain, "DomainMember": member, "DomainDeletion": deletion, "Profile": profile,
    "PersonalToken": token, "AuditEntry": entry, "Statistics": statistics,
    "AssistantProvider": provider, "AssistantProviderReport": report,
  ]

  /// The roles that a domain gives; it has one owner, who is not made here.
  ///
  /// Source: OpenIndex, “Domains”: roles.
  static let givenRole = Schema.oneOf(["admin", "member", "viewer"])
  static let name = Schema.string(.init(minimum: 1, maximum: ProjectDraft.maximumNameLength))

  private static let role = Schema.oneOf(Role.allCases.map(\.rawValue))

  private static let domain = Schema.open(
    .required("id", .id), .required("key", .text), .required("name", .text),
    .required("description", .text), .required("kind", .oneOf(["personal", "shared"])),
    .required("organizationId", .id),
    .required(
      "workflowId", .described(.id, "The workflow that its items follow unless they are bound.")),
    .optional("role", .described(role, "What the caller may do there.")),
    .required("createdAt", .time), .required("updatedAt", .time),
    .optional(
      "moved",
      .described(.array(.map(.any)), "How many items went from one status to another.")))

  private static let member = Schema.open(
    .required("userId", .id), .required("handle", .text), .required("displayName", .text),
    .required("role", role),
    .required(
      "inherited",
      .described(.boolean, "Whether the role is that of a member of the whole organization.")))

  private static let deletion = Schema.open(
    .required("domainId", .id), .required("key", .text), .required("workItems", .count),
    .required("workItemsByStatus", .map(.count)), .required("members", .count),
    .required(
      "workflows",
      .described(.count, "Always 0: workflows are the organization's, and stay.")))

  private static let profile = Schema.open(
    .required("id", .id), .required("handle", .text), .required("displayName", .text),
    .required("email", .nullable(.text)), .required("isInstanceAdmin", .boolean),
    .required("scope", .text), .required("agentId", .nullable(.text)),
    .required("personalDomainId", .nullable(.id)), .required("createdAt", .time))

  private static let token = Schema.open(
    .required("id", .id), .required("name", .text), .required("scope", .text),
    .required("expiresAt", .nullable(.time)), .required("createdAt", .time),
    .required("lastUsedAt", .nullable(.time)), .optional("token", .text))

  private static let entry = Schema.open(
    .required("sequence", .count), .required("eventType", .text), .required("at", .time),
    .required("user", .text), .required("userId", .nullable(.id)),
    .required("agentId", .nullable(.text)), .required("domainKey", .nullable(.text)),
    .required("workItemKey", .nullable(.text)), .required("subject", .nullable(.text)),
    .required("from", .nullable(.text)), .required("to", .nullable(.text)),
    .required("warning", .nullable(.text)))

  private static let statistics = Schema.open(
    .required("domains", .count), .required("workItems", .count),
    .required("byStatus", .map(.count)), .required("byCategory", .map(.count)),
    .required("workflows", .count),
    .required("agentQueue", .open(.required("depth", .count), .required("exact", .boolean))))

  private static let provider = Schema.open(
    .required("id", .id), .required("name", .text), .required("type", .text),
    .required(
      "config", .described(.map(.text), "What may be shown; a secret never comes back.")),
    .required("secrets", .described(.array(.text), "The names of the secrets that are kept.")),
    .required("active", .boolean), .required("createdAt", .time), .required("updatedAt", .time))

  private static let report = Schema.open(
    .required("providerId", .id), .required("usable", .boolean),
    .required("status", .nullable(.count)), .required("milliseconds", .count),
    .required("message", .text))
}
