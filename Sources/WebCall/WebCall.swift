internal import CCurl
internal import Glibc

/// One call of a web address that only asks for the status of the answer.
///
/// Certificates are checked, and no redirect is followed: what is in `headers` goes to the address alone.
public struct WebCall: Sendable {
  /// The address, with `https`; with `http` only on this machine.
  public var address: String
  /// What is sent along, such as `("Accept", "*/*")`.
  public var headers: [(name: String, value: String)]
  /// The longest wait for a connection, in milliseconds.
  public var connectLimit = 5_000
  /// The longest wait for everything, in milliseconds.
  public var limit = 15_000

  /// A call with its parts.
  public init(_ address: String, headers: [(name: String, value: String)] = []) {
    self.address = address
    self.headers = headers
  }

  /// The status that a GET is answered with.
  public func status() throws(WebFault) -> Int {
    guard WebAddress.isAllowed(address) else { throw .forbiddenAddress }
    let library = try WebLibrary.load()
    guard let handle = sluice_curl_make(library.make) else { throw .failed("no memory") }
    defer { sluice_curl_free(library.free, handle) }
    var list: UnsafeMutablePointer<curl_slist>?
    for header in headers {
      list = sluice_curl_append(library.append, list, "\(header.name): \(header.value)") ?? list
    }
    defer { sluice_curl_free_list(library.freeList, list) }
    let set = library.set
    sluice_curl_set_list(set, handle, CURLOPT_HTTPHEADER, list)
    sluice_curl_set_text(set, handle, CURLOPT_URL, address)
    sluice_curl_set_text(set, handle, CURLOPT_USERAGENT, "sluice")
    // A proxy of the environment cannot reach this machine, and must not see what is for it.
    if WebAddress.isLoopback(address) { sluice_curl_set_text(set, handle, CURLOPT_PROXY, "") }
    for (option, number) in numbers { sluice_curl_set_number(set, handle, option, number) }
    sluice_curl_drop_body(set, handle)
    let code = sluice_curl_perform(library.perform, handle)
    guard code == CURLE_OK else { throw fault(code, library) }
    var status = 0
    sluice_curl_status(library.get, handle, &status)
    return status
  }

  private var numbers: [(CURLoption, Int)] {
    [
      (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
      (CURLOPT_CONNECTTIMEOUT_MS, connectLimit), (CURLOPT_TIMEOUT_MS, limit),
      // Otherwise it would time out by a signal, which is the whole process'.
      (CURLOPT_NOSIGNAL, 1),
    ]
  }

  private func fault(_ code: CURLcode, _ library: WebLibrary) -> WebFault {
    let reason =
      sluice_curl_reason(library.reason, code).map { String(cString: $0) } ?? "\(code.rawValue)"
    switch code {
    case CURLE_OPERATION_TIMEDOUT: return .timedOut
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      return .untrusted(reason)
    default: return .failed(reason)
    }
  }
}
