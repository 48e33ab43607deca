/// What a command line asks for.
enum Command: Equatable {
  case serve
  case addUser(email: String, name: String?, isAdmin: Bool)
  case listUsers
  case invite(email: String?)
  case help
  case version
}
