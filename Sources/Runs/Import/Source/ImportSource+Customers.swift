import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import Texts
import Understanding

extension ImportSource {
  /// Tells what a list lacks as a whole once, instead of for every row: a column of numbers, or of names.
  ///
  /// - Throws: ``KundregError`` with status 78: `mapping.noNumbers`, `mapping.noNames`.
  func requireCustomers(
    in mapping: SheetMappings, _ options: ImportOptions, _ settings: RegisterSettings, _ reader: RegisterReader
  ) throws {
    guard let understanding else { return }
    func has(_ field: Field) -> Bool { mapping.columnsOfSheets.contains { $0.path.field == field } }
    if !has(.number), !settings.isOn(.generateNumber) {
      guard options.match.contains(.identity), has(.identityNumber) else {
        throw KundregError(
          .mappingNoNumbers,
          UnderstoodListTexts.noNumbers(
            options.input, header.listedForSentence, likeliest: understanding.likeliest(FieldPath(.number))),
          remedies: [.generateNumbers] + (has(.identityNumber) ? [.matchByIdentity] : []))
      }
    }
    // Customers that are there keep their names: only new ones need any.
    guard !has(.customerName) else { return }
    let count = try reader.customerCount()
    if count.active + count.inactive == 0 {
      throw KundregError(
        .mappingNoNames,
        UnderstoodListTexts.noNames(
          options.input, header.listedForSentence, likeliest: understanding.likeliest(FieldPath(.customerName))))
    }
  }
}

extension ImportSource {
  /// How the columns were read of a list that no mapping fits: nobody has looked at that yet.
  var notesOnHeadings: [Text] {
    guard let understanding else { return [] }
    let read = understanding.columns.filter { !$0.fields.isEmpty }
    return [
      UnderstoodListTexts.readAs(read.map { (heading: $0.header, fields: $0.fields.map(\.label)) })
    ]
  }
}
