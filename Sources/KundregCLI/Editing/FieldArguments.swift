import ArgumentParser
import CustomerModel
import Runs

/// Reads `FIELD=VALUE`, `FIELD+=NAMES` and `FIELD-=NAMES` as they are typed.
enum FieldArguments {
  /// What the help of commands says of them.
  static let help: ArgumentHelp = ArgumentHelp(
    "What to set: FIELD=VALUE; FIELD= clears; tags+=A;B and tags-=A;B change a set.", valueName: "field=value")

  /// True for a word that sets something: a customer number never has an equals sign.
  static func isAssignment(_ word: String) -> Bool { word.contains("=") }

  static func assignments(_ words: [String]) throws -> [FieldAssignments.Assignment] { try words.map(assignment) }

  private static func assignment(_ word: String) throws -> FieldAssignments.Assignment {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw KundregError(.editMalformed, OptionTexts.noAssignment(word))
    }
    let operations: [(String, FieldAssignments.Assignment.Operation)] = [("+", .add), ("-", .remove)]
    for (sign, operation) in operations where parts[0].hasSuffix(sign) {
      // A custom field's name may end with a sign; a set has no such name.
      if let path = FieldPath(String(parts[0].dropLast())), path.field != .customFields {
        return FieldAssignments.Assignment(path, parts[1], operation)
      }
    }
    return FieldAssignments.Assignment(try SearchTerms.field(parts[0]), parts[1])
  }
}
