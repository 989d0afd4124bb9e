import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import Texts
import Understanding

extension ImportSource {
  /// Tells what a list lacks as a whole once, instead of for every row: a column of numbers, or of names. It is asked of lists that
  /// no mapping fits, and of those of programs, some of which have no customer numbers.
  ///
  /// - Parameter asksDirectory: true when names may come from elsewhere, by identity numbers.
  /// - Throws: ``KundregError`` with status 78: `mapping.noNumbers`, `mapping.noNames`.
  func requireCustomers(
    in mapping: SheetMappings, _ options: ImportOptions, _ settings: RegisterSettings, _ reader: RegisterReader,
    asksDirectory: Bool
  ) throws {
    let isOfProgram = !self.mapping.recognisedBy.isEmpty
    guard understanding != nil || isOfProgram || self.mapping.otherColumns == .understood && !isNamed else { return }
    func has(_ field: Field) -> Bool { mapping.columnsOfSheets.contains { $0.path.field == field } }
    if understanding != nil || isOfProgram, !has(.number), !settings.isOn(.generateNumber) {
      guard options.match.contains(.identity), has(.identityNumber) else {
        throw KundregError(
          .mappingNoNumbers,
          UnderstoodListTexts.noNumbers(
            options.input, header.listedForSentence, likeliest: understanding?.likeliest(FieldPath(.number))),
          remedies: [.generateNumbers] + (has(.identityNumber) ? [.matchByIdentity] : []))
      }
    }
    // Customers that are there keep their names: only new ones need any.
    guard !has(.customerName), !asksDirectory || !has(.identityNumber) else { return }
    let count = try reader.customerCount()
    if count.active + count.inactive == 0 {
      throw KundregError(
        .mappingNoNames,
        UnderstoodListTexts.noNames(
          options.input, header.listedForSentence,
          likeliest: understanding.map { $0.likeliest(FieldPath(.customerName)) }
            ?? likeliestName(among: mapping.unmappedHeaders)))
    }
  }
}

extension ImportSource {
  /// How columns were read that no mapping knows: nobody has looked at that yet.
  ///
  /// - Parameter further: those that a fitting mapping leaves.
  func notesOnHeadings(_ further: FurtherColumns?) -> [Text] {
    let noteOnCountry = countryProof.map { proof in
      UnderstoodListTexts.countryIsProven(
        proof.country, heading: header[proof.columns[0]], isByNumbers: proof.field.field == .identityNumber,
        coversRowsWithout: proof.coversRowsWithout)
    }
    if let further {
      let columns = further.entries.flatMap { entry in
        entry.headings.map { (heading: $0, fields: entry.column.fields.map(\.label)) }
      }
      return [UnderstoodListTexts.readBeside(columns, mapping: mapping.name), noteOnCountry].compactMap(\.self)
    }
    guard let understanding else { return [noteOnCountry].compactMap(\.self) }
    let columns = understanding.columns.filter { !$0.fields.isEmpty }.map {
      (heading: $0.header, fields: $0.fields.map(\.label))
    }
    return [
      mappingOfKnown.map { UnderstoodListTexts.readForNames(columns, mapping: $0.name) }
        ?? UnderstoodListTexts.readAs(columns)
    ]
      + [noteOnCountry].compactMap(\.self)
  }
}
