import CustomerModel
import Texts

/// Excel's rules for the name of a sheet.
///
/// Source: Microsoft Support, "Rename a worksheet": 1 to 31 characters, none of `/ \ ? * : [ ]`, no apostrophe first or
/// last, not `History`, unique in the workbook without regard to case.
package enum SheetName {
  private static let forbidden: Set<Character> = ["/", "\\", "?", "*", ":", "[", "]"]

  /// - Throws: ``KundregError`` with status 1 naming the rule that is broken.
  package static func check(_ name: String, others: [String]) throws {
    let reason: Text? =
      if name.isEmpty {
        WriterTexts.sheetNameIsEmpty
      } else if name.utf16.count > ExcelLimits.sheetNameCharacters {
        WriterTexts.sheetNameIsLong(limit: ExcelLimits.sheetNameCharacters)
      } else if name.contains(where: isForbidden) {
        WriterTexts.sheetNameHasForbidden
      } else if name.hasPrefix("'") || name.hasSuffix("'") {
        WriterTexts.sheetNameHasApostrophe
      } else if name.lowercased() == "history" {
        WriterTexts.sheetNameIsReserved
      } else if others.contains(where: { $0.lowercased() == name.lowercased() }) {
        WriterTexts.sheetNameIsTaken
      } else {
        nil
      }
    guard let reason else { return }
    throw KundregError(.workbookSheetName, WriterTexts.badSheetName(name, reason))
  }

  /// The name, mended where it breaks a rule: for a file that must not be lost for the sake of its sheet's name.
  ///
  /// - Parameter others: the names of the workbook's other sheets.
  package static func fitted(_ name: String, others: [String]) -> String {
    let first = fitted(name)
    var (result, ordinal) = (first, 1)
    while others.contains(where: { $0.lowercased() == result.lowercased() }) {
      ordinal += 1
      let suffix = " \(ordinal)"
      var stem = first
      while stem.utf16.count + suffix.utf16.count > ExcelLimits.sheetNameCharacters { stem.removeLast() }
      result = stem + suffix
    }
    return result
  }

  /// The name, mended where it breaks a rule, in a workbook without other sheets.
  package static func fitted(_ name: String) -> String {
    var result = String(name.map { isForbidden($0) ? "_" : $0 })
    while result.utf16.count > ExcelLimits.sheetNameCharacters { result.removeLast() }
    while result.hasPrefix("'") { result.removeFirst() }
    while result.hasSuffix("'") { result.removeLast() }
    return result.isEmpty || result.lowercased() == "history" ? "Blad1" : result
  }

  private static func isForbidden(_ character: Character) -> Bool {
    forbidden.contains(character)
      || character.unicodeScalars.contains { $0.value < 0x20 || $0.value >= 0xFFFE && $0.value <= 0xFFFF }
  }
}
