import Foundation

/// A Visma company's customers and terms of payment.
struct VismaRegister: Sendable {
  struct Customer: Sendable {
    /// Fields that have a value, by name, `Id` and `ChangedUtc` excepted.
    var fields: [String: JSON]
    /// Seconds since 1970-01-01 00:00 UTC.
    var changed: Double

    var number: String { fields["CustomerNumber"]?.text ?? "" }
  }

  /// By `Id`, in lower case.
  var customers: [String: Customer] = [:]
  let termsOfPayment: [[String: JSON]]
  /// See ``VismaSeed/staleVATNumbers``.
  let staleVATNumbers: Set<String>
  /// See ``VismaSeed/removedDeliveryMethods``.
  let removedDeliveryMethods: Set<String>
  /// See ``VismaSeed/lockedCustomers``.
  let lockedCustomers: Set<String>
  /// See ``VismaSeed/lockedStatus``.
  let lockedStatus: Int
  /// See ``VismaSeed/taxDeductionNumbers``.
  let taxDeductionNumbers: TaxDeductionNumber?
  /// See ``VismaSeed/keepsHyphens``.
  let keepsHyphens: Bool
  /// See ``VismaSeed/namesFieldsBy``.
  let namesFieldsBy: FieldNaming?
  private var made = 0

  /// Throws `SandboxError` when a customer cannot be taken.
  init(_ seed: VismaSeed, now: Double) throws {
    termsOfPayment = seed.termsOfPayment
    staleVATNumbers = seed.staleVATNumbers
    removedDeliveryMethods = seed.removedDeliveryMethods
    lockedCustomers = seed.lockedCustomers
    lockedStatus = seed.lockedStatus
    taxDeductionNumbers = seed.taxDeductionNumbers
    keepsHyphens = seed.keepsHyphens
    namesFieldsBy = seed.namesFieldsBy
    for fields in seed.customers {
      guard let number = fields["CustomerNumber"]?.text, !number.isEmpty else {
        throw SandboxError("A Visma customer of the seed has no \"CustomerNumber\".")
      }
      guard id(of: number) == nil else { throw SandboxError("The seed has the Visma customer \(number) twice.") }
      // They were there a day before the sandbox was started.
      try edit(number, fields, now: now - 86_400)
    }
  }

  func id(of number: String) -> String? { customers.first { $0.value.number == number }?.key }

  func terms(_ id: String) -> [String: JSON]? {
    termsOfPayment.first { $0["Id"]?.text?.lowercased() == id.lowercased() }
  }

  /// Ids are made in a row, so that a rehearsal comes out the same each time.
  mutating func makeID() -> String {
    made += 1
    let digits = String(made, radix: 16)
    return "c0ffee00-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// The number after the highest.
  var nextNumber: String { String((customers.values.compactMap { Int($0.number) }.max() ?? 0) + 1) }

  /// Merges fields as a person would enter them: nothing is validated, null clears, an unknown number is a new customer.
  /// An unpaid amount alone is no change of the customer: `ChangedUtc` stays.
  mutating func edit(_ number: String, _ fields: [String: JSON], now: Double) throws {
    let known = id(of: number)
    var customer =
      known.flatMap { customers[$0] }
      ?? Customer(
        fields: [
          "CustomerNumber": .string(number), "IsActive": true, "IsPrivatePerson": false,
          "TermsOfPaymentId": termsOfPayment[0]["Id"] ?? .null,
        ], changed: now)
    var changed = now
    for (name, value) in fields {
      guard VismaField.byName[name] != nil, name != "TermsOfPayment" else {
        throw SandboxError("A Visma customer has no \"\(name)\" that can be set.")
      }
      switch name {
      case "Id": break
      case "ChangedUtc":
        guard let time = value.text.flatMap(TimeText.parseUTC) else {
          throw SandboxError("\"ChangedUtc\" must look like 2026-01-28T12:10:22Z.")
        }
        changed = time
      default: customer.fields[name] = value == .null || value == "" ? nil : value
      }
    }
    if known == nil || Set(fields.keys) != ["UnpaidInvoicesAmount"] { customer.changed = changed }
    customers[known ?? fields["Id"]?.text?.lowercased() ?? makeID()] = customer
  }
}
