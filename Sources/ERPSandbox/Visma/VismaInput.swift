import Foundation

/// Takes what a client sent as a whole customer, by Visma's rules. All that is wrong is told at once.
enum VismaInput {
  static func fields(of body: [UInt8], in register: VismaRegister) throws -> [String: JSON] {
    guard let json = try? JSONReader.read(body), let sent = json.members else {
      throw VismaProblem.invalid(["The body must be a JSON object."])
    }
    var fields: [String: JSON] = [:]
    var errors: [VismaFieldError] = []
    for field in VismaField.all where field.kind != .computed {
      let value = sent[field.name] ?? .null
      if value == .null || value == "" {
        if field.isRequired { errors.append(.init(field.name, "The \(field.name) field is required.")) }
      } else if let error = error(value, field) {
        errors.append(.init(field.name, error))
      } else {
        fields[field.name] = value
      }
    }
    for name in ["Name", "InvoiceCity", "InvoicePostalCode"] {
      if let text = fields[name]?.text, text.allSatisfy(\.isWhitespace) {
        errors.append(.init(name, "The \(name) field is required."))
      }
    }
    if fields["ReverseChargeOnConstructionServices"] == true, fields["VatNumber"] == nil {
      errors.append(.init("VatNumber", "The VatNumber field is required with ReverseChargeOnConstructionServices."))
    }
    if fields["DeliveryBasedVat"] == true {
      for name in ["DeliveryCity", "DeliveryCountryCode", "DeliveryPostalCode"] where fields[name] == nil {
        errors.append(.init(name, "The \(name) field is required with DeliveryBasedVat."))
      }
    }
    if let number = fields["VatNumber"]?.text, register.staleVATNumbers.contains(number) {
      errors.append(.init("VatNumber", "The VatNumber field must be a VAT number that is valid in VIES."))
    }
    if let number = fields["TaxDeductionNumber"]?.text {
      if register.taxDeductionNumbers?.takes(number) == false {
        errors.append(.init("TaxDeductionNumber", "The TaxDeductionNumber field is not valid."))
      }
      if !register.keepsHyphens { fields["TaxDeductionNumber"] = .string(number.filter { $0 != "-" }) }
    }
    let naming = register.namesFieldsBy
    guard errors.isEmpty else { throw VismaProblem.invalid(errors.map { $0.worded(naming) }) }
    if let terms = fields["TermsOfPaymentId"]?.text, register.terms(terms) == nil {
      let error = VismaFieldError("TermsOfPaymentId", "There are no terms of payment with the id \(terms).")
      throw VismaProblem(400, 3000, "ResourceNotFound - \(error.worded(naming))")
    }
    if let method = fields["DeliveryMethodId"]?.text, register.removedDeliveryMethods.contains(method.lowercased()) {
      let error = VismaFieldError("DeliveryMethodId", "There is no delivery method with the id \(method).")
      throw VismaProblem(400, 3000, "ResourceNotFound - \(error.worded(naming))")
    }
    return fields
  }

  private static func error(_ value: JSON, _ field: VismaField) -> String? {
    let name = field.name
    switch field.kind {
    case .text, .vatNumber:
      guard let text = value.text else { return "The \(name) field must be a string." }
      // .NET counts UTF-16 code units.
      if let longest = field.longest, text.utf16.count > longest {
        return "The field \(name) must be a string with a maximum length of \(longest)."
      }
      if field.kind == .vatNumber, text.wholeMatch(of: #/[A-Za-z]{2}\d{8,12}/#) == nil {
        return "The VatNumber field must have two letters followed by 8 to 12 digits."
      }
      return nil
    case .guid: return value.text.flatMap(UUID.init) == nil ? "The \(name) field must be a guid." : nil
    case .flag: return value.flag == nil ? "The \(name) field must be true or false." : nil
    case .integer: return value.integer == nil ? "The \(name) field must be an integer." : nil
    case .fraction:
      guard let fraction = value.double, (0...1).contains(fraction) else {
        return "The \(name) field must be a number from 0 to 1."
      }
      return nil
    case .object: return value.members == nil ? "The \(name) field must be an object." : nil
    case .list: return value.elements == nil ? "The \(name) field must be a list." : nil
    case .computed: return nil
    }
  }
}
