/// A language in which people are told things. JSON, codes, field names and logs are always in English.
package enum Language: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case swedish = "sv"

  /// The language of a process's surroundings: Swedish where the locale is Swedish, else English.
  ///
  /// The first of the variables that is set and not empty decides. Source: POSIX.1-2017, Base Definitions, 8.2.
  package init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let language = locale?.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
    self = language == "sv" ? .swedish : .english
  }
}
