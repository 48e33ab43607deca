internal import CCurl
internal import Glibc

/// A connection to a server that is kept between requests.
// Of these pointers, `wake` alone is used by a thread other than the one that the session gave the handle to,
// and the library allows that.
final class WebHandle: @unchecked Sendable {
  private let library: WebLibrary
  private let easy: UnsafeMutableRawPointer
  private let multi: UnsafeMutableRawPointer
  /// Where the library says what went wrong.
  private let reason: UnsafeMutablePointer<CChar>

  init() throws(WebFault) {
    library = try WebLibrary.load()
    guard let easy = sluice_curl_make(library.make) else { throw .failed("no memory") }
    guard let multi = sluice_curl_multi_make(library.multi.make) else {
      sluice_curl_free(library.free, easy)
      throw .failed("no memory")
    }
    self.easy = easy
    self.multi = multi
    reason = .allocate(capacity: Int(CURL_ERROR_SIZE))
  }

  deinit {
    sluice_curl_free(library.free, easy)
    sluice_curl_multi_free(library.multi.free, multi)
    reason.deallocate()
  }

  /// Ends a wait in `run`, from any thread.
  func wake() {
    sluice_curl_multi_wakeup(library.multi.wakeup, multi)
  }

  /// Sends a request and reads the answer; `step` runs whenever something may have come.
  func run(
    _ exchange: WebExchange, to origin: WebOrigin, _ options: WebOptions, _ stop: WebStop,
    _ step: () throws(WebFault) -> Void = {}
  ) throws(WebFault) {
    reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    sluice_curl_reset(library.reset, easy)
    var headers = list(of: exchange)
    defer { sluice_curl_free_list(library.freeList, headers) }
    set(CURLOPT_HTTPHEADER, &headers)
    prepare(exchange, origin, options)
    let signal = PipeSignal()
    stop.begin(self)
    defer {
      stop.end(self)
      signal.end()
    }
    sluice_curl_multi_change(library.multi.add, multi, easy)
    defer { sluice_curl_multi_change(library.multi.remove, multi, easy) }
    let code = try withExtendedLifetime(exchange) { () throws(WebFault) in
      try wait(for: exchange, options, stop, step)
    }
    if let fault = exchange.fault { throw fault }
    guard code == CURLE_OK else { throw fault(code, exchange) }
    guard exchange.status >= 100 else { throw .notHTTP }
  }

  private func wait(
    for exchange: WebExchange, _ options: WebOptions, _ stop: WebStop,
    _ step: () throws(WebFault) -> Void
  ) throws(WebFault) -> CURLcode {
    var deadline = Self.now + options.silenceLimit
    while true {
      if stop.isStopped { throw .cancelled }
      var running: Int32 = 0
      guard sluice_curl_multi_perform(library.multi.perform, multi, &running) == CURLM_OK else {
        throw .failed("no memory")
      }
      try step()
      var code = CURLE_OK
      if sluice_curl_multi_result(library.multi.read, multi, &code) != 0 { return code }
      if exchange.hasHeard {
        exchange.hasHeard = false
        deadline = Self.now + options.silenceLimit
      }
      let left = exchange.isStream ? deadline - Self.now : options.limit
      guard left > 0 else { throw .silent }
      // The library shortens the wait to what its own limits need.
      sluice_curl_multi_poll(library.multi.poll, multi, Int32(clamping: left))
    }
  }

  /// The time of a clock that never jumps, in milliseconds.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}

extension WebHandle {
  private func list(of exchange: WebExchange) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    let fields = exchange.request.headers.map {
      $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)"
    }
    // Waiting to be told to go on with a body would cost a round trip.
    for line in fields + ["Expect:"] {
      list = sluice_curl_append(library.append, list, line) ?? list
    }
    return list
  }

  private func set(_ option: CURLoption, _ list: inout UnsafeMutablePointer<curl_slist>?) {
    sluice_curl_set_list(library.set, easy, option, list)
  }

  private func set(_ option: CURLoption, _ text: String?) {
    sluice_curl_set_text(library.set, easy, option, text)
  }

  private func set(_ option: CURLoption, _ number: Int) {
    sluice_curl_set_number(library.set, easy, option, number)
  }

  private func prepare(_ exchange: WebExchange, _ origin: WebOrigin, _ options: WebOptions) {
    set(CURLOPT_URL, origin.prefix + exchange.request.target)
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_USERAGENT, "sluice")
    if let path = origin.socketPath { set(CURLOPT_UNIX_SOCKET_PATH, path) }
    // A proxy of the environment cannot reach this machine, and must not see what is for it.
    if origin.isLocal { set(CURLOPT_PROXY, "") }
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    // Otherwise it would time out by a signal, which is the whole process'.
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_TCP_KEEPALIVE, 1)
    set(CURLOPT_TCP_KEEPIDLE, options.lossLimit == nil ? 20 : 2)
    set(CURLOPT_TCP_KEEPINTVL, options.lossLimit == nil ? 10 : 1)
    if let limit = options.lossLimit {
      sluice_curl_set_loss_limit(library.set, easy, UInt32(clamping: limit))
    }
    prepareTrust(options)
    prepareLimits(exchange, options)
    prepareMethod(exchange.request)
    prepareCallbacks(exchange)
  }

  private func prepareTrust(_ options: WebOptions) {
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    guard let authorities = options.authorities else { return }
    set(CURLOPT_CAINFO, authorities)
    set(CURLOPT_CAPATH, nil as String?)
  }

  private func prepareLimits(_ exchange: WebExchange, _ options: WebOptions) {
    set(CURLOPT_CONNECTTIMEOUT_MS, options.connectLimit)
    guard !exchange.isStream else { return }
    set(CURLOPT_TIMEOUT_MS, options.limit)
    set(CURLOPT_LOW_SPEED_LIMIT, 1)
    set(CURLOPT_LOW_SPEED_TIME, max(1, options.stallLimit / 1_000))
  }

  private func prepareMethod(_ request: WebRequest) {
    switch request.method {
    case "GET" where request.body == nil: return set(CURLOPT_HTTPGET, 1)
    case "HEAD": return set(CURLOPT_NOBODY, 1)
    case "POST", "PUT", "PATCH": break
    default:
      guard request.body != nil else { return set(CURLOPT_CUSTOMREQUEST, request.method) }
    }
    set(CURLOPT_UPLOAD, 1)
    set(CURLOPT_INFILESIZE, request.body?.count ?? 0)
    set(CURLOPT_CUSTOMREQUEST, request.method)
  }

  /// The body is handed over by a function that cannot go back, so that the library never sends it again by
  /// itself when a kept connection breaks: that is for the caller to decide.
  private func prepareCallbacks(_ exchange: WebExchange) {
    let context = Unmanaged.passUnretained(exchange).toOpaque()
    let set = library.set
    sluice_curl_set_function(set, easy, CURLOPT_WRITEFUNCTION, receiveBody)
    sluice_curl_set_pointer(set, easy, CURLOPT_WRITEDATA, context)
    sluice_curl_set_function(set, easy, CURLOPT_HEADERFUNCTION, receiveHead)
    sluice_curl_set_pointer(set, easy, CURLOPT_HEADERDATA, context)
    sluice_curl_set_function(set, easy, CURLOPT_READFUNCTION, giveBody)
    sluice_curl_set_pointer(set, easy, CURLOPT_READDATA, context)
    sluice_curl_set_pointer(set, easy, CURLOPT_ERRORBUFFER, reason)
  }
}

extension WebHandle {
  private func fault(_ code: CURLcode, _ exchange: WebExchange) -> WebFault {
    let known = sluice_curl_reason(library.reason, code).map { String(cString: $0) }
    let said = String(cString: reason)
    let text = said.isEmpty ? known ?? "\(code.rawValue)" : said
    switch code {
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      return .untrusted(text)
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .notHTTP
    default: return wasSent(exchange) ? .replyLost(text) : .unreachable(text)
    }
  }

  /// Whether the server may have read some of the request.
  private func wasSent(_ exchange: WebExchange) -> Bool {
    var size = 0
    sluice_curl_get_number(library.get, easy, CURLINFO_REQUEST_SIZE, &size)
    return size > 0 || exchange.givenCount > 0 || exchange.status > 0
  }
}
