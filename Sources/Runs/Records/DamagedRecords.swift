package import CustomerModel

extension KundregError {
  /// The error of a customer's list of records that no register wrote.
  package static func damagedRecords(_ field: Field, of number: String) -> KundregError {
    KundregError(
      .recordDamaged, RecordTexts.damaged(field, of: number),
      remedies: field.recordKind == .article ? [.editCustomer(number: number)] : [.showHistory(number: number)])
  }
}
