import CustomerModel
import Mapping

/// What cells prove.
extension ListReader {
  /// Companies and persons are told by words, or by two letters that are all there is of the heading: `P/E`.
  private mutating func takeProvenType(_ sense: ColumnSense) {
    let pair = TypeWords.letters(of: sense.cells)
    let key = HeaderKey.of(sense.heading)
    let isOfLetters = pair.map { key.sorted() == ($0.0 + $0.1).lowercased().sorted() } ?? false
    guard isOfLetters || TypeWords.tell(sense.cells) else { return }
    add(Finding(fields: [FieldPath(.type)], source: .one(sense.index), values: TypeWords.table(for: sense.cells)))
  }

  /// What tells the country of the invoice address, where the list has no column of countries.
  ///
  /// - Parameters:
  ///   - others: fields that are filled besides.
  ///   - sample: the rows that were looked at.
  func countryProof(_ others: Set<FieldPath>, _ sample: [[String?]]) -> CountryProof? {
    guard !filled.union(others).contains(where: { $0.description.hasSuffix(".country") }) else { return nil }
    func columns(_ field: String) -> [Int] {
      findings.first { $0.fields.first?.description == field }?.source.columns ?? []
    }
    func cells(_ columns: [Int]) -> [String?] {
      sample.flatMap { row in columns.map { $0 < row.count ? row[$0] : nil } }
    }
    let (numbers, codes) = (columns("identityNumber"), columns("invoiceAddress.postalCode"))
    return CountryProof.byNumbers(
      cells(numbers), columns: numbers, headings: numbers.map { senses[$0].heading }, rows: sample.count)
      ?? FieldPath("invoiceAddress.postalCode").flatMap {
        CountryProof.byPostalCodes(
          cells(codes), numbers: cells(numbers), field: $0, columns: codes, rows: sample.count)
      }
  }

  /// What cells prove, under a heading that nobody knows.
  mutating func takeProven() {
    // `Identitet` beside a number of the customer is that of the authorities.
    for sense in senses
    where !taken.contains(sense.index) && (sense.role == nil || sense.role == .number) && !sense.reading.isOther {
      guard contact(sense) == nil, sense.reading.blocks.isDisjoint(with: [.delivery, .association]) else { continue }
      switch sense.cells.proof {
      case .identityNumber where !isFilled("identityNumber"): add("identityNumber", sense.index)
      case .vatNumber where !isFilled("vatNumber"): add("vatNumber", sense.index)
      case .email where !isFilled("email"): add("email", sense.index)
      case nil where !isFilled("type"): takeProvenType(sense)
      default: break
      }
    }
  }
}
