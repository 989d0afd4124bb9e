/// Takes what a client sent into a customer, by Fortnox's rules.
enum FortnoxInput {
  /// The text that clears a field.
  static let blank = "API_BLANK"
  /// The text that stands for a value which the user has no right to.
  static let noRight = "API_NORIGHT"

  /// One third party met the code of a taken number for an empty name; no other code is known.
  static let nameMissing = FortnoxProblem(2_000_637, "Kundnamn måste anges.").about("Name")

  /// The number that was chosen; nil when Fortnox is to choose.
  static func number(_ value: JSON?) throws -> String? {
    let text: String
    switch value {
    case nil, .null?, .string("")?: return nil
    case .string(let sent)?: text = sent
    case .number(let sent)?: text = sent
    default: throw FortnoxProblem(2_000_106, "Värdet måste vara alfanumeriskt (customernumber).")
    }
    guard FortnoxChecks.isCustomerNumber(text) else {
      throw FortnoxProblem(2_000_106, "Värdet måste vara alfanumeriskt (customernumber).")
    }
    guard text.unicodeScalars.count <= 1024 else { throw tooLong("CustomerNumber") }
    return text
  }

  /// Sets, clears or passes over a field: `""` and null leave it as it is, `API_BLANK` clears it.
  ///
  /// - Parameter checksNumbers: false takes any text for an organisation number.
  static func set(
    _ name: String, _ value: JSON, in fields: inout [String: JSON], checksNumbers: Bool = true
  ) throws {
    if name == "@url" { return }
    guard let field = FortnoxField.byName[name] else {
      throw FortnoxProblem(2_001_399, "Ogiltigt fältnamn: \(name).")
    }
    do {
      try set(field, value, in: &fields, checksNumbers: checksNumbers)
    } catch let problem as FortnoxProblem {
      throw problem.about(name)
    }
  }

  private static func set(
    _ field: FortnoxField, _ value: JSON, in fields: inout [String: JSON], checksNumbers: Bool
  ) throws {
    let name = field.name
    if value == "" || value == .null || field.kind == .computed { return }
    if value == .string(blank), field.kind != .flag {
      fields[name] = nil
      return
    }
    switch field.kind {
    case .flag: fields[name] = try flag(value, name)
    case .number: fields[name] = try number(value, name)
    case .amount:
      guard case .number(let text) = try number(value, name) else { return }
      fields[name] = .string(text)
    case .object(let members, let values):
      fields[name] = try merged(value, into: fields[name] ?? field.empty, members, values, name)
    default: fields[name] = .string(try text(value, field, checksNumbers: checksNumbers))
    }
  }

  private static func text(_ value: JSON, _ field: FortnoxField, checksNumbers: Bool) throws -> String {
    let text: String
    switch value {
    case .string(let sent), .number(let sent): text = sent
    default: throw FortnoxProblem(2_000_106, "Värdet måste vara alfanumeriskt (\(field.name.lowercased())).")
    }
    let length = text.unicodeScalars.count
    if let longest = field.longest, length > longest { throw tooLong(field.name) }
    guard length >= field.shortest else { throw FortnoxProblem(2_000_107, "Fel längd på värdet (\(field.name)).") }
    guard FortnoxTextRules.allow(text) else {
      throw FortnoxProblem(2_000_359, "Otillåtna tecken i värdet (\(field.name)): \(text)")
    }
    if checksNumbers || field.kind != .identityNumber { try validate(text, field) }
    return text
  }

  /// Codes of the checks for e-mail, identity number and country are the sandbox's own: Fortnox documents none.
  private static func validate(_ text: String, _ field: FortnoxField) throws {
    switch field.kind {
    case .email where !FortnoxChecks.isEmail(text):
      throw FortnoxProblem(2_000_357, "Ogiltig e-postadress: \(text)")
    case .identityNumber where !FortnoxChecks.isIdentityNumber(text):
      throw FortnoxProblem(2_000_358, "Organisationsnumret är inte giltigt: \(text)")
    case .vatNumber where !FortnoxChecks.isVATNumber(text):
      throw FortnoxProblem(2_004_194, "Ogiltigt VAT-nummer: \(text)")
    case .country where FortnoxChecks.countries[text] == nil:
      throw FortnoxProblem(2_000_426, "Kan inte hitta landet: \(text)")
    case .currency where !FortnoxChecks.currencies.contains(text):
      throw FortnoxProblem(2_000_427, "Kan inte hitta valutan: \(text)")
    case .account where text.wholeMatch(of: #/3\d{3}/#) == nil:
      throw FortnoxProblem(2_000_423, "Kan inte hitta kontot: \(text)")
    case .choice(let values) where !values.contains(text): throw FortnoxProblem.notValid(field.name)
    default: break
    }
  }

  private static func flag(_ value: JSON, _ name: String) throws -> JSON {
    switch value {
    case .bool: value
    case "true": true
    case "false": false
    default: throw FortnoxProblem(2_000_134, "Värdet måste vara booleskt (\(name)).")
    }
  }

  private static func number(_ value: JSON, _ name: String) throws -> JSON {
    switch value {
    case .number: return value
    case .string(let text) where text.wholeMatch(of: #/-?\d+(\.\d+)?/#) != nil: return .number(text)
    default: throw FortnoxProblem(2_000_108, "Värdet måste vara numeriskt (\(name)).")
    }
  }

  private static func merged(
    _ value: JSON, into old: JSON, _ members: [String], _ values: [String], _ name: String
  ) throws -> JSON {
    guard let sent = value.members, var merged = old.members else { throw FortnoxProblem.notValid(name) }
    for (key, value) in sent {
      guard members.contains(key) else { throw FortnoxProblem(2_001_399, "Ogiltigt fältnamn: \(key).") }
      guard let text = value.text, values.isEmpty || values.contains(text) else { throw FortnoxProblem.notValid(key) }
      merged[key] = value
    }
    return .object(merged)
  }

  private static func tooLong(_ name: String) -> FortnoxProblem {
    FortnoxProblem(2_000_107, "Värdet är för långt (\(name)).")
  }

  /// Everything that a customer refers to must exist, also what was not sent now.
  static func validateReferences(of fields: [String: JSON], in register: FortnoxRegister) throws {
    for field in FortnoxField.all {
      guard case .reference(let reference) = field.kind, let code = fields[field.name]?.text,
        !register.has(code, in: reference)
      else { continue }
      throw notFound(reference, code).about(field.name)
    }
  }

  /// The VAT number must be one that is valid today, also when it was not sent now.
  static func validateVATNumber(of fields: [String: JSON], in register: FortnoxRegister) throws {
    guard let number = fields["VATNumber"]?.text else { return }
    guard FortnoxChecks.isVATNumber(number), !register.staleVATNumbers.contains(number) else {
      throw FortnoxProblem(2_004_194, "Ogiltigt VAT-nummer: \(number)").about("VATNumber")
    }
  }

  /// Those of cost centers and ways of delivery are the sandbox's own codes: Fortnox documents none.
  private static func notFound(_ reference: FortnoxReference, _ code: String) -> FortnoxProblem {
    switch reference {
    case .costCenter: FortnoxProblem(2_000_430, "Kan inte hitta kostnadsstället: \(code)")
    case .project: FortnoxProblem(2_001_161, "Kan inte hitta projektet: \(code)")
    case .priceList: FortnoxProblem(2_000_431, "Kan inte hitta prislistan: \(code)")
    case .termsOfPayment: FortnoxProblem(2_000_429, "Kan inte hitta betalningsvillkoret: \(code)")
    case .termsOfDelivery: FortnoxProblem(2_000_435, "Kan inte hitta leveransvillkoret: \(code)")
    case .wayOfDelivery: FortnoxProblem(2_000_436, "Kan inte hitta leveranssättet: \(code)")
    }
  }
}
