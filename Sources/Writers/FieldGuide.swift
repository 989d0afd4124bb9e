import CustomerModel
import Texts

/// What the template tells a person about a field.
struct FieldGuide {
  /// What the field is, in a sentence.
  let explanation: Text
  /// What may stand in its cells.
  let allowed: Text
  let example: String
  let requirement: Text

  init(_ path: FieldPath, definition: CustomFieldDefinition?) {
    let field = path.field
    let sentences = FieldGuideTexts.sentences[field.name].map { [$0] } ?? Self.derivedExplanation(path)
    let setting = field.shownBy.map { FieldGuideTexts.shown(by: $0.rawValue) }
    explanation = (sentences + [setting].compactMap(\.self)).joined()
    (allowed, example) = Self.values(field, definition)
    requirement = FieldGuideTexts.requirements[field.name] ?? FieldGuideTexts.isOptional
  }

  private static func derivedExplanation(_ path: FieldPath) -> [Text] {
    if path.field == .customFields { return [FieldGuideTexts.customField] }
    let group = path.field.name.split(separator: ".").first.map(String.init) ?? ""
    return [FieldGuideTexts.ofHeading(path.heading), FieldGuideTexts.groups[group]].compactMap(\.self)
  }

  /// What a kind allows, and an example. Identity numbers are made up or published for tests.
  private static func values(_ field: Field, _ definition: CustomFieldDefinition?) -> (allowed: Text, example: String) {
    switch field.kind {
    case .customerNumber: (FieldGuideTexts.customerNumber, "00123")
    case .text(let length, let multiline):
      (FieldGuideTexts.text(length: length, multiline: multiline), examples[field.name] ?? "")
    case .choice(let words):
      (
        FieldGuideTexts.oneOf(TemplateWords.choices[field.name] ?? words),
        (TemplateWords.choices[field.name] ?? words)[0]
      )
    case .identityNumber:
      (
        FieldGuideTexts.identityNumber,
        field == .associationNumber ? "769999-0003" : "559999-0008"
      )
    case .identityNumberSet: (FieldGuideTexts.identityNumbers, "19121212-1212")
    case .vatNumber: (FieldGuideTexts.vatNumber, "SE559999000801")
    case .percent: (FieldGuideTexts.percent, "12,5")
    case .boolean: (FieldGuideTexts.yesOrNo, field == .active ? "Ja" : "Nej")
    case .language: (FieldGuideTexts.language, "sv")
    case .country: (FieldGuideTexts.country, "SE")
    case .postalCode: (FieldGuideTexts.postalCode, "123 45")
    case .email: (FieldGuideTexts.email, "anna@example.se")
    case .phone: (FieldGuideTexts.phone, "070-174 06 05")
    case .website: (FieldGuideTexts.website, "https://example.se")
    case .reference: (FieldGuideTexts.reference, examples[field.name] ?? "")
    case .set: (FieldGuideTexts.names, examples[field.name] ?? "")
    case .records: (FieldGuideTexts.records, "")
    case .custom: values(definition)
    case .timestamp: (FieldGuideTexts.ofRegister, "")
    }
  }

  private static func values(_ definition: CustomFieldDefinition?) -> (allowed: Text, example: String) {
    switch definition?.kind {
    case .number: (FieldGuideTexts.number, "12,5")
    case .date: (FieldGuideTexts.date, "2026-11-23")
    case .boolean: (FieldGuideTexts.yesOrNo, "Ja")
    case .choice:
      (FieldGuideTexts.oneOf(definition?.choices ?? []), definition?.choices.first ?? "")
    case .text, nil: (FieldGuideTexts.anyText, "")
    }
  }

  private static let examples = [
    "name": "Storstads Fastigheter AB", "orderNumber": "PO-2026-17", "costCenter": "Nord", "discountLetters": "A",
    "comments": "Ring före besök.", "tags": "VIP; Avtal", "subgroups": "Bostäder", "assigned": "anna",
    "invoiceAddress.line1": "Storgatan 1", "invoiceAddress.city": "Storstad",
    "visitingAddress.line1": "Verkstadsgatan 2", "visitingAddress.city": "Storstad",
    "mailAddress.line1": "Box 123", "mailAddress.city": "Storstad", "contactPersons[].name": "Anna Svensson",
    "taxReduction.propertyDesignation": "Storstad Eken 1:2", "taxReduction.apartmentNumber": "1101",
  ]
}
