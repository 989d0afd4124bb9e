import CustomerModel

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
    isExport = Self.always.allSatisfy { keys.contains($0.heading) || keys.contains($0.name) } || Self.isPart(header)
  }

  /// The fields that every whole export has, and no other list has all of.
  private static let always = Field.all
    .filter { !$0.isRepeated && ($0.kind == .boolean || [.number, .customerName, .type].contains($0)) }
    .map { (name: HeaderKey.of($0.name), heading: HeaderKey.of($0.heading)) }

  /// True for the headings of an export of some columns: each is written as an export writes it, and one at least as nobody else
  /// does. `Kundnummer;Namn;Kommentar` may be any list's, and so may `number,name`.
  private static func isPart(_ header: [String]) -> Bool {
    var isUnmistakable = false
    for heading in header {
      if CustomFieldHeading(heading) != nil || CustomFieldHeading.fieldOfKinds(heading) != nil {
        // `customFields.Region:text`, `customFieldKinds.Region`.
        isUnmistakable = true
      } else if headings.contains(heading) {
        // `Fakturaadress ort`, `Org-/personnummer`.
        if heading.contains(where: { $0 == " " || $0 == "/" }) { isUnmistakable = true }
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

  /// As many contact persons as an export may have columns of.
  private static let mostPersons = 100

  private static let headings = Set(
    Field.all.filter { $0 != .customFields }.flatMap { field in
      field.isRepeated ? (0..<mostPersons).map { FieldPath(field, position: $0).heading } : [field.heading]
    })
}
