import CustomerModel
import Rows
import SwedishIdentity

/// Which columns of the records say whether a customer without a type is a person.
struct TypeDerivation: Sendable {
  /// The columns of the type and of the identity number.
  let type: Int
  let identity: Int
  /// The countries of the addresses: of a customer abroad the number decides nothing.
  let countries: [Int]
  /// The column of the VAT number, which may be another country's; nil when the file has none.
  let vatNumber: Int?
  /// `private` and behind it `company`, in ``MappingPlan/literals``.
  let words: Piece

  static let privateWord = "private"
  static let companyWord = "company"

  /// The same in other columns, given for each column so far.
  func placed(_ columns: [Int]) -> TypeDerivation {
    TypeDerivation(
      type: columns[type], identity: columns[identity], countries: countries.map { columns[$0] },
      vatNumber: vatNumber.map { columns[$0] }, words: words)
  }

  var numbers: [Int] { [type, identity, vatNumber ?? -1, Int(words.start)] + countries }
}

extension MappingCompiler {
  /// Derives the type from the identity number where a row gives none. Without a column of identity numbers nothing is done.
  mutating func addTypeDerivation() {
    func column(_ field: Field) -> Int? { columns.firstIndex { $0.path.field == field } }
    guard let identity = column(.identityNumber) else { return }
    if column(.type) == nil { addUnfilledColumn(FieldPath(.type)) }
    guard let type = column(.type) else { return }
    plan.typeDerivation = TypeDerivation(
      type: type, identity: identity, countries: columns.indices.filter { columns[$0].path.field.kind == .country },
      vatNumber: column(.vatNumber), words: plan.literal(TypeDerivation.privateWord + TypeDerivation.companyWord))
  }
}

extension Workspace {
  /// Gives rows without a type the one that their identity number tells.
  func deriveTypes(_ derivation: TypeDerivation) {
    let words = literal(derivation.words)
    let privateCount = TypeDerivation.privateWord.utf8.count
    let person = RecordBatch.Value(start: Int(words.start), length: privateCount)
    let company = RecordBatch.Value(start: Int(words.start) + privateCount, length: words.count - privateCount)
    for row in rows.indices {
      let place = derivation.type * rows.count + row
      guard !values[place].isPresent, let identity = value(derivation.identity, row), !isAbroad(row, derivation),
        case .success(let number) = IdentityNumber.read(identity, today: today)
      else { continue }
      values[place] = number.kind == .organisation ? company : person
    }
  }

  private func isAbroad(_ row: Int, _ derivation: TypeDerivation) -> Bool {
    for column in derivation.countries {
      if let country = value(column, row), !Self.isSweden(country) { return true }
    }
    guard let vatNumber = derivation.vatNumber, let number = value(vatNumber, row), number.count > 2 else {
      return false
    }
    return !Self.isSweden(UnsafeBufferPointer(rebasing: number[..<2]))
  }

  private static func isSweden(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    code.count == 2 && code[0] == UInt8(ascii: "S") && code[1] == UInt8(ascii: "E")
  }

  private func value(_ column: Int, _ row: Int) -> UnsafeBufferPointer<UInt8>? {
    let value = values[column * rows.count + row]
    guard value.isPresent, value.length > 0 else { return nil }
    return buffer(Piece(start: Int(value.start), length: Int(value.length)))
  }
}
