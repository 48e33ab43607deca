internal import SluiceAPI

extension Endpoints {
  /// Who one is, and how one gets in.
  static let identity = [
    Endpoint.register, .login, .refresh, .logout, .me, .listAPIKeys, .createAPIKey, .deleteAPIKey,
  ]
}

extension Schema {
  /// A new password; how long it is at most is for the library to say.
  static let newPassword = Schema.string(StringRule(format: .password, minimum: 8, maximum: 1_024))

  /// What someone gets who has come in.
  static let loginReply = Schema.open(
    .required("user_id", .id), .required("email", .nullable(.text)),
    .required("display_name", .text), .required("handle", .text),
    .required("access_token", .text), .required("refresh_token", .text),
    .required("token_type", .text), .required("expires_in", .count),
    .required("org_id", .nullable(.id)))
}
