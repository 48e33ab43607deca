internal import SluiceCore
public import SluiceEngine
internal import WebCall

/// Calls a provider's endpoint as that provider is called, with its key.
public enum EndpointProbe {
  /// What came of the call; no message holds a secret.
  ///
  /// It takes at most 15 seconds.
  public static let call: ProviderProbe = { call throws(EngineError) in
    let start = LocalEngine.systemTime()
    let (isUsable, status, message) = answer(to: call)
    let taken = LocalEngine.systemTime().milliseconds - start.milliseconds
    return ProviderReport(
      isUsable: isUsable, status: status, milliseconds: Int(max(0, taken)), message: message)
  }

  private static func answer(to call: ProviderCall) -> (Bool, Int?, String) {
    do {
      let status = try WebCall(call.endpoint, headers: headers(of: call)).status()
      return ((200..<300).contains(status), status, meaning(of: status))
    } catch {
      return (false, nil, message(error))
    }
  }

  /// The key where the type of provider expects it.
  private static func headers(of call: ProviderCall) -> [(name: String, value: String)] {
    guard let key = key(in: call) else { return [] }
    guard call.provider.type.lowercased() == "anthropic" else {
      return [("Authorization", "Bearer \(key)")]
    }
    return [
      ("x-api-key", key), ("anthropic-version", call.config["version"] ?? "2023-06-01"),
    ]
  }

  /// The secret that is the key: by its usual names, else the only one there is.
  private static func key(in call: ProviderCall) -> String? {
    let secrets = call.config.filter { !ProviderRules.shown.contains($0.key) }
    for name in ["api_key", "key", "token"] {
      if let key = secrets[name] { return key }
    }
    return secrets.count == 1 ? secrets.values.first : nil
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 200..<300: "It answers."
    case 300..<400: "It sends the caller elsewhere (\(status)); name the final address."
    case 401, 403: "The key is refused (\(status))."
    case 404: "There is nothing at this address (404)."
    case 405: "The address does not answer a GET (405)."
    case 429: "It is called too often, or the account has no credit left (429)."
    case 500...: "The server has a problem of its own (\(status))."
    default: "It answers with \(status)."
    }
  }

  private static func message(_ fault: WebFault) -> String {
    switch fault {
    case .noLibrary: "This machine has no libcurl; install libcurl4."
    case .forbiddenAddress:
      "Without https only this machine is called, or the key could be read on the way."
    case .timedOut: "Nobody answers in time."
    case .untrusted(let reason): "The server cannot prove who it is: \(reason)."
    case .failed(let reason), .unreachable(let reason): "It cannot be reached: \(reason)."
    default: "It cannot be reached."
    }
  }
}
