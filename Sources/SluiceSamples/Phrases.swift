/// What made-up tickets are composed of.
enum Phrases {
  /// A part of a made-up product, and the label that goes with it.
  struct Part: Sendable {
    let name: String
    let label: String
    /// The name at the beginning of a sentence.
    let heading: String

    init(_ name: String, _ label: String) {
      self.name = name
      self.label = label
      heading = name.prefix(1).uppercased() + name.dropFirst()
    }
  }

  static let parts = [
    Part("login form", "auth"), Part("password reset", "auth"), Part("session refresh", "auth"),
    Part("two-factor setup", "auth"), Part("search index", "search"),
    Part("search suggestions", "search"), Part("CSV export", "export"),
    Part("PDF invoice", "billing"), Part("payment webhook", "billing"),
    Part("checkout", "billing"), Part("tax table", "billing"), Part("settings page", "ui"),
    Part("dark mode", "ui"), Part("date picker", "ui"), Part("mobile menu", "ui"),
    Part("upload dialog", "ui"), Part("image thumbnail", "media"), Part("video player", "media"),
    Part("email digest", "mail"), Part("push notification", "mail"), Part("audit log", "security"),
    Part("permission check", "security"), Part("rate limiter", "api"), Part("REST API", "api"),
    Part("webhook retry", "api"), Part("backup job", "ops"), Part("nightly build", "ops"),
    Part("health check", "ops"), Part("log rotation", "ops"), Part("database migration", "data"),
    Part("report cache", "data"), Part("quickstart guide", "docs"), Part("welcome tour", "docs"),
  ]

  static let problems = [
    " times out on slow networks", " loses the last row", " shows yesterday's date",
    " is blank after an upgrade", " retries forever on a 404", " ignores the time zone",
    " breaks with a quote in the name", " takes ten seconds on large projects",
    " cannot be reached by keyboard", " doubles entries when clicked twice",
    " forgets its settings", " fails on names with accents: é, ü, ø", " leaks file handles",
    " is wrong on leap days", " answers 500 on an empty cart", " flickers on Safari 17",
    " sends the same mail twice", " stops after 10 MB", " hides the first item on phones",
    " logs secrets at debug level", " blocks the queue while it waits", " has no empty state",
  ]

  static let tasks = [
    "Document the ", "Speed up the ", "Write tests for the ", "Remove dead code from the ",
    "Translate the ", "Replace the library behind the ", "Add metrics to the ",
    "Let admins switch off the ", "Review the accessibility of the ", "Split the ",
    "Cache the ", "Rename “Foo” in the ", "Alert on errors of the ", "Retire the old ",
  ]

  static let sentences = [
    "Seen by three customers this week.", "Works in Firefox, fails everywhere else.",
    "It started with release 4.2.", "The log has nothing about it.",
    "Only accounts older than a year are affected.", "A reload helps for a while.",
    "We promised this for the next release.", "See the trace in the comments.",
    "Support has a workaround, but it is slow.", "The numbers are right again after midnight.",
    "Nobody has touched this code for years.", "It needs a decision about the wording first.",
  ]

  static let steps = [
    "\n\n1. Sign in with a fresh account\n2. Open the page twice\n3. Go back\n\n**Expected:** the first page",
    "\n\n```\nerror: deadline exceeded after 30000 ms\n```",
    "\n\n- [ ] reproduce\n- [ ] find out since when\n- [ ] tell support",
  ]

  static let remarks = [
    "I can reproduce this on staging.", "It happens only with more than 1,000 rows.",
    "The first half is fixed; the rest needs the new index.",
    "Should this wait for the next release?", "A customer asked about it again today.",
    "Could not reproduce it with the data of last week.", "Looks like a duplicate, but is not.",
    "The test now fails without the change and passes with it.", "Merged, waiting for the deploy.",
    "文字化けはサーバー側の問題でした。", "Das tritt nur mit Umlauten auf.", "👍 Works for me now.",
  ]

  static let kinds = ["bug", "feature", "chore", "regression", "good first issue"]

  static let people = [
    "ana", "ben", "cy", "dee", "eli", "fatima", "grace", "hiro", "inés", "jonas", "kim", "zoë",
  ]
}
