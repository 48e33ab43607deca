internal import CCurl
internal import Glibc

/// The functions of libcurl, which is loaded when they are first needed: start-up pays nothing for it.
struct WebLibrary {
  let make: UnsafeMutableRawPointer
  let free: UnsafeMutableRawPointer
  let reset: UnsafeMutableRawPointer
  let perform: UnsafeMutableRawPointer
  let reason: UnsafeMutableRawPointer
  let append: UnsafeMutableRawPointer
  let freeList: UnsafeMutableRawPointer
  let set: UnsafeMutableRawPointer
  let get: UnsafeMutableRawPointer
  let multi: Multi

  /// The functions for many transfers at once.
  struct Multi {
    let make: UnsafeMutableRawPointer
    let free: UnsafeMutableRawPointer
    let add: UnsafeMutableRawPointer
    let remove: UnsafeMutableRawPointer
    let perform: UnsafeMutableRawPointer
    let poll: UnsafeMutableRawPointer
    let wakeup: UnsafeMutableRawPointer
    let read: UnsafeMutableRawPointer
  }

  // Written once, by the first use; addresses of functions do not change.
  nonisolated(unsafe) private static let loaded = WebLibrary()

  /// The library.
  ///
  /// - Throws: `noLibrary` if this machine has none.
  static func load() throws(WebFault) -> WebLibrary {
    guard let loaded else { throw .noLibrary }
    return loaded
  }

  private init?() {
    guard let library = Self.open(), let start = dlsym(library, "curl_global_init"),
      sluice_curl_start(start) == CURLE_OK,
      let make = dlsym(library, "curl_easy_init"), let free = dlsym(library, "curl_easy_cleanup"),
      let reset = dlsym(library, "curl_easy_reset"),
      let perform = dlsym(library, "curl_easy_perform"),
      let reason = dlsym(library, "curl_easy_strerror"),
      let append = dlsym(library, "curl_slist_append"),
      let freeList = dlsym(library, "curl_slist_free_all"),
      let set = dlsym(library, "curl_easy_setopt"), let get = dlsym(library, "curl_easy_getinfo"),
      let multi = Multi(library)
    else { return nil }
    self.make = make
    self.free = free
    self.reset = reset
    self.perform = perform
    self.reason = reason
    self.append = append
    self.freeList = freeList
    self.set = set
    self.get = get
    self.multi = multi
  }

  /// The library by the names that it has with either way to do TLS.
  private static func open() -> UnsafeMutableRawPointer? {
    dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL)
      ?? dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL)
  }
}

extension WebLibrary.Multi {
  fileprivate init?(_ library: UnsafeMutableRawPointer) {
    guard let make = dlsym(library, "curl_multi_init"),
      let free = dlsym(library, "curl_multi_cleanup"),
      let add = dlsym(library, "curl_multi_add_handle"),
      let remove = dlsym(library, "curl_multi_remove_handle"),
      let perform = dlsym(library, "curl_multi_perform"),
      let poll = dlsym(library, "curl_multi_poll"),
      let wakeup = dlsym(library, "curl_multi_wakeup"),
      let read = dlsym(library, "curl_multi_info_read")
    else { return nil }
    self.make = make
    self.free = free
    self.add = add
    self.remove = remove
    self.perform = perform
    self.poll = poll
    self.wakeup = wakeup
    self.read = read
  }
}
