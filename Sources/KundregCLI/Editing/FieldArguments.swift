import ArgumentParser
import Runs

/// Reads `FIELD=VALUE`, `FIELD+=NAMES` and `FIELD-=NAMES` as they are typed.
enum FieldArguments {
  /// What the help of commands says of them.
  static let help: ArgumentHelp = ArgumentHelp(
    "What to set: FIELD=VALUE; FIELD= clears; tags+=A;B and tags-=A;B change a set.", valueName: "field=value")

  /// True for a word that sets something: a customer number never has an equals sign.
  static func isAssignment(_ word: String) -> Bool { word.contains("=") }

  static func assignments(_ words: [String]) throws -> [FieldAssignments.Assignment] {
    try words.map(FieldAssignments.Assignment.init(typed:))
  }
}
