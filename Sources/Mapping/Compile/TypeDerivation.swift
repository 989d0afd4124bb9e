import CustomerModel
import Rows
import SwedishIdentity

/// Which columns of the records say whether a customer without a type is a person.
struct TypeDerivation: Sendable {
  /// The columns of the type and of the identity number.
  let type: Int
  let identity: Int
  /// `private` and behind it `company`, in ``MappingPlan/literals``.
  let words: Piece

  static let privateWord = "private"
  static let companyWord = "company"

  /// The same in other columns, given for each column so far.
  func placed(_ columns: [Int]) -> TypeDerivation {
    TypeDerivation(type: columns[type], identity: columns[identity], words: words)
  }

  var numbers: [Int] { [type, identity, Int(words.start)] }
}

extension MappingCompiler {
  /// Derives the type from the identity number where a row gives none. Without a column of identity numbers nothing is done.
  mutating func addTypeDerivation() {
    func column(_ field: Field) -> Int? { columns.firstIndex { $0.path.field == field } }
    guard let identity = column(.identityNumber) else { return }
    if column(.type) == nil { addUnfilledColumn(FieldPath(.type)) }
    guard let type = column(.type) else { return }
    plan.typeDerivation = TypeDerivation(
      type: type, identity: identity, words: plan.literal(TypeDerivation.privateWord + TypeDerivation.companyWord))
  }
}

extension Workspace {
  /// Gives rows without a type the one that their identity number tells: of a customer whose number stays as it was typed,
  /// since it is another country's, it decides nothing.
  func deriveTypes(_ derivation: TypeDerivation) {
    let words = literal(derivation.words)
    let privateCount = TypeDerivation.privateWord.utf8.count
    let person = RecordBatch.Value(start: Int(words.start), length: privateCount)
    let company = RecordBatch.Value(start: Int(words.start) + privateCount, length: words.count - privateCount)
    for row in rows.indices {
      let place = derivation.type * rows.count + row
      guard !values[place].isPresent, let identity = value(derivation.identity, row),
        case .success(let number) = IdentityNumber.read(identity, today: today),
        isPlainlySwedish(row) || !signs(row).leftForms.contains(.identity)
      else { continue }
      values[place] = number.kind == .organisation ? company : person
    }
  }

  private func value(_ column: Int, _ row: Int) -> UnsafeBufferPointer<UInt8>? {
    let value = values[column * rows.count + row]
    guard value.isPresent, value.length > 0 else { return nil }
    return buffer(Piece(start: Int(value.start), length: Int(value.length)))
  }
}
