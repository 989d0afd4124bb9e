/// The small words in persons' names, in lower case.
package enum NameParticles {
  /// Those that a last name begins with.
  package static let ofLastNames: Set<String> = [
    "af", "av", "von", "van", "de", "der", "den", "la", "du", "di", "da", "dos", "el", "al", "bin",
  ]

  /// Those that may stand between the words of a name, or between the names of two persons.
  package static let betweenWords: Set<String> = ofLastNames.union(["del", "och", "o", "og", "and", "ja"])
}
