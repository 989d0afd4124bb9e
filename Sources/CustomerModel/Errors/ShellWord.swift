/// Words of commands that sentences advise.
package enum ShellWord {
  /// A word as it is to be typed in a shell: in single quotes where it holds a blank or anything else that a shell reads as more
  /// than a letter. Source: POSIX.1-2017, Shell Command Language, 2.2 Quoting.
  package static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "_@%+=:,./-".unicodeScalars.contains(scalar)
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
