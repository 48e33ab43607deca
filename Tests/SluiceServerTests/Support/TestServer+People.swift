extension TestServer {
  /// Registers someone with the password `correct horse`; answers the reply.
  func register(_ name: String) throws -> Reply {
    try ask(
      "POST", "/api/v1/auth/register",
      """
      {"email": "\(name)@example.org", "password": "correct horse", "display_name": "\(name)"}
      """)
  }

  func logIn(_ name: String, password: String = "correct horse") throws -> Reply {
    try ask(
      "POST", "/api/v1/auth/login",
      #"{"email": "\#(name)@example.org", "password": "\#(password)"}"#)
  }

  /// The token of someone who is registered now.
  func token(of name: String) throws -> String {
    try register(name)["access_token"] ?? ""
  }
}
