internal import CCurl
internal import Glibc

/// The functions of libcurl, which is loaded when they are first needed: start-up pays nothing for it.
struct WebLibrary {
  let make: UnsafeMutableRawPointer
  let free: UnsafeMutableRawPointer
  let perform: UnsafeMutableRawPointer
  let reason: UnsafeMutableRawPointer
  let append: UnsafeMutableRawPointer
  let freeList: UnsafeMutableRawPointer
  let set: UnsafeMutableRawPointer
  let get: UnsafeMutableRawPointer

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
    guard let library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL),
      let start = dlsym(library, "curl_global_init"),
      sluice_curl_start(start) == CURLE_OK,
      let make = dlsym(library, "curl_easy_init"), let free = dlsym(library, "curl_easy_cleanup"),
      let perform = dlsym(library, "curl_easy_perform"),
      let reason = dlsym(library, "curl_easy_strerror"),
      let append = dlsym(library, "curl_slist_append"),
      let freeList = dlsym(library, "curl_slist_free_all"),
      let set = dlsym(library, "curl_easy_setopt"), let get = dlsym(library, "curl_easy_getinfo")
    else { return nil }
    self.make = make
    self.free = free
    self.perform = perform
    self.reason = reason
    self.append = append
    self.freeList = freeList
    self.set = set
    self.get = get
  }
}
