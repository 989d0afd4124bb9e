package import CustomerModel

extension KundregError {
  /// The error of a customer's list of records that no register wrote.
  package static func damagedRecords(_ field: Field, of number: String) -> KundregError {
    // The other lists are not edited as a whole.
    let remedy =
      field.recordKind == .article
      ? "Give the whole list anew with `kundreg customer edit`."
      : "Take back the run that wrote it, which `kundreg customer history \(ShellWord.quoted(number))` shows, or restore a backup."
    return KundregError(
      .failed, code: "record.damaged", "\(field.name) of customer \(number) cannot be read. \(remedy)")
  }
}
