import CustomerModel
import Texts

/// What is mended in the cells of a file. What a person types and what an accounting system sends is not mended.
package struct CellRepairs: Sendable, Equatable {
  /// Source columns in which every number is a whole one written with a fraction, as ``WholeNumbers`` finds them.
  package var fractions: Set<Int> = []
  /// True for a file that a register wrote: a text that the register may hold is no damage, and only remarked on.
  package let isExport: Bool

  /// Of a file that is no register's, whatever its headings.
  package init() { isExport = false }

  /// - Parameter header: the headings of the file.
  package init(header: [String]) {
    let keys = Set(header.map(HeaderKey.of))
    isExport = Self.always.allSatisfy { !keys.isDisjoint(with: $0) } || Self.isPart(header)
  }

  /// The fields that every whole export has, and no other list has all of.
  private static let always = Field.all
    .filter { !$0.isRepeated && ($0.kind == .boolean || [.number, .customerName, .type].contains($0)) }
    .map { Set([$0.name, $0.label.swedish, $0.label.english].map(HeaderKey.of)) }

  /// True for the headings of an export of some columns: each is written as an export writes it, and one at least as nobody else
  /// does. `Kundnummer;Namn;Kommentar` may be any list's, and so may `number,name`.
  private static func isPart(_ header: [String]) -> Bool {
    var isUnmistakable = false
    for heading in header {
      if CustomFieldHeading(heading) != nil || CustomFieldHeading.fieldOfKinds(heading) != nil {
        // `customFields.Region:text`, `customFieldKinds.Region`.
        isUnmistakable = true
      } else if isHeading(heading, in: .swedish) {
        // `Fakturaadress ort`, `Org-/personnummer`.
        if heading.contains(where: { $0 == " " || $0 == "/" }) { isUnmistakable = true }
      } else if isHeading(heading, in: .english) {
        // `Invoice address city`; anybody may write `Customer number`.
        if heading.count(where: { $0 == " " }) > 1 { isUnmistakable = true }
      } else if !isPublicName(heading), !HeaderMatch.isIgnored(heading) {
        return false
      }
    }
    return isUnmistakable
  }

  /// True for `invoiceAddress.city` and the like, which JSON of anybody who knows the register may have.
  private static func isPublicName(_ heading: String) -> Bool {
    RecordHeading(heading) != nil || FieldPath(heading)?.description == heading
  }

  /// True for the heading of a field as an export writes it: `Kontaktperson e-post`, `Contact person 2 e-mail`.
  private static func isHeading(_ heading: String, in language: Language) -> Bool {
    if headings[language]?.contains(heading) ?? false { return true }
    guard let number = heading.split(separator: " ").lazy.compactMap({ Int($0) }).first, number > 1 else {
      return false
    }
    return Field.all.contains { $0.isRepeated && FieldPath($0, position: number - 1).label[language] == heading }
  }

  /// Those of fields, of the first contact person where there are several.
  private static let headings = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { language in
      (language, Set(Field.all.filter { $0 != .customFields }.map { $0.label[language] }))
    })
}
