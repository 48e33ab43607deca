import SluiceClient
import SluiceCore
import WebCall

extension Failure {
  /// What a server did not do, for the command line.
  init(_ fault: ServerFault, _ choice: ServerChoice) {
    self.init(
      exit: ExitCode(fault), code: Self.code(of: fault), message: fault.message,
      nextStep: fault.nextStep)
    switch fault {
    case .signedOut where !choice.ownsTokens:
      nextStep = "Give SLUICE_TOKEN, or the file of SLUICE_TOKEN_FILE, a token that is still valid."
    case .signedOut: nextCommand = choice.command("login")
    case .refused(let refusal):
      nextCommand = refusal.nextCommand
      details = refusal.details
    case .otherVersion, .notSluice: nextCommand = "sluice profile list"
    case .web(let fault, _) where fault == .forbiddenAddress && choice.name != nil:
      nextCommand = "sluice profile show \((choice.name ?? "").shellWord)"
    case .web: nextCommand = choice.command("whoami")
    }
  }

  private static func code(of fault: ServerFault) -> String {
    switch fault {
    case .web(let fault, _): fault.code
    case .notSluice: "NOT_SLUICE"
    case .otherVersion: "OTHER_VERSION"
    case .signedOut: "UNAUTHORIZED"
    case .refused(let refusal): refusal.code
    }
  }

  /// Nobody has signed in there yet.
  static func notSignedIn(_ choice: ServerChoice) -> Failure {
    Failure(
      exit: .permission, code: "UNAUTHORIZED",
      message: "You are not signed in at \(choice.profile.server).",
      nextStep: "Sign in, or give a token with SLUICE_TOKEN_FILE.",
      nextCommand: choice.command("login"))
  }

  /// There is no organization that could be meant.
  static func noOrganization(
    _ name: String?, among all: [ServerOrganization], _ choice: ServerChoice
  ) -> Failure {
    guard let name else {
      return Failure(
        exit: .notFound, code: "NOT_FOUND",
        message: "You are a member of no organization at \(choice.profile.server).",
        nextStep: "Ask an owner to add you.", nextCommand: choice.command("whoami"))
    }
    let slugs = all.map(\.slug)
    let hint = nearest(to: name, among: slugs).map { "Did you mean “\($0)”?" }
    return Failure(
      exit: .notFound, code: "NOT_FOUND",
      message: "There is no organization “\(name)” of yours at \(choice.profile.server).",
      nextStep: hint ?? "There are \(slugs.joined(separator: ", ")).",
      nextCommand: choice.command("organization list"))
  }

  /// Several organizations could be meant.
  static func unclearOrganization(
    _ all: [ServerOrganization], _ choice: ServerChoice
  ) -> Failure {
    let slugs = all.map(\.slug)
    var failure = Failure.usage(
      "You are a member of \(all.count) organizations, and it is not clear which is meant: "
        + slugs.joined(separator: ", ") + ".",
      next: choice.keepingOrganization(slugs.first ?? "ORG"))
    failure.nextStep = "Name one with --organization, or keep it in the profile:"
    failure.details["organizations"] = .texts(slugs)
    return failure
  }
}

extension ServerChoice {
  /// A command that is about this server.
  func command(_ verb: String) -> String {
    if let name { return "sluice \(verb) --profile \(name.shellWord)" }
    return "sluice \(verb) --server \(profile.server.description.shellWord)"
  }

  /// The command that keeps an organization for the next time.
  func keepingOrganization(_ slug: String) -> String {
    guard let name else {
      return command("project list") + " --organization \(slug.shellWord)"
    }
    return "sluice profile set \(name.shellWord) --organization \(slug.shellWord)"
  }
}

extension WebFault {
  /// For programs.
  var code: String {
    switch self {
    case .noLibrary: "NO_LIBCURL"
    case .forbiddenAddress, .malformedRequest: "INVALID_REQUEST"
    case .untrusted: "UNTRUSTED"
    case .unreachable: "UNREACHABLE"
    case .replyLost, .failed: "REPLY_LOST"
    case .timedOut, .silent: "TIMEOUT"
    case .tooLong, .notHTTP: "NOT_SLUICE"
    case .cancelled: "INTERRUPTED"
    }
  }
}

extension ExitCode {
  /// The one table from what goes wrong with servers to exit codes.
  init(_ fault: ServerFault) {
    switch fault {
    case .web(let fault, _): self.init(fault)
    case .notSluice, .otherVersion: self = .configuration
    case .signedOut: self = .permission
    case .refused(let refusal): self.init(status: refusal.status)
    }
  }

  private init(_ fault: WebFault) {
    switch fault {
    case .noLibrary: self = .unavailable
    case .forbiddenAddress, .malformedRequest, .notHTTP, .tooLong, .untrusted:
      self = .configuration
    case .unreachable, .replyLost, .failed, .timedOut, .silent: self = .tryAgain
    case .cancelled: self = .interrupted
    }
  }

  private init(status: Int) {
    switch status {
    case 400, 405, 415: self = .usage
    case 401, 403: self = .permission
    case 404: self = .notFound
    case 409, 412: self = .conflict
    case 422: self = .refused
    case 429, 500...: self = .tryAgain
    default: self = .failed
    }
  }
}
