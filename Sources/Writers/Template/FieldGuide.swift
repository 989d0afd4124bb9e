import CustomerModel
import Texts

/// What the template tells a person about a field.
struct FieldGuide {
  /// What the field is, in a sentence.
  let explanation: Text
  /// What may stand in its cells.
  let allowed: Text
  let example: Text
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
    return [FieldGuideTexts.ofHeading(path.label), FieldGuideTexts.groups[group]].compactMap(\.self)
  }

  /// What a kind allows, and an example. Identity numbers are made up or published for tests.
  private static func values(_ field: Field, _ definition: CustomFieldDefinition?) -> (allowed: Text, example: Text) {
    switch field.kind {
    case .customerNumber: (FieldGuideTexts.customerNumber, Text(verbatim: "00123"))
    case .text(let length, let multiline):
      (FieldGuideTexts.text(length: length, multiline: multiline), example(of: field))
    case .choice(let words):
      (FieldGuideTexts.oneOf(words.map(ValueLabels.choice)), ValueLabels.choice(words[0]))
    case .identityNumber:
      (
        FieldGuideTexts.identityNumber,
        Text(verbatim: field == .associationNumber ? "769999-0003" : "559999-0008")
      )
    case .identityNumberSet: (FieldGuideTexts.identityNumbers, Text(verbatim: "19121212-1212"))
    case .vatNumber: (FieldGuideTexts.vatNumber, Text(verbatim: "SE559999000801"))
    case .percent: (FieldGuideTexts.percent, Text(verbatim: "12,5"))
    case .boolean: (FieldGuideTexts.yesOrNo, field == .active ? ValueLabels.yes : ValueLabels.no)
    case .language: (FieldGuideTexts.language, Text(verbatim: "sv"))
    case .country: (FieldGuideTexts.country, Text(verbatim: "SE"))
    case .postalCode: (FieldGuideTexts.postalCode, Text(verbatim: "123 45"))
    case .email: (FieldGuideTexts.email, Text(verbatim: "anna@example.se"))
    case .phone: (FieldGuideTexts.phone, Text(verbatim: "070-174 06 05"))
    case .website: (FieldGuideTexts.website, Text(verbatim: "https://example.se"))
    case .reference: (FieldGuideTexts.reference, example(of: field))
    case .set: (FieldGuideTexts.names, example(of: field))
    case .records: (FieldGuideTexts.records, .empty)
    case .custom: values(definition)
    case .timestamp: (FieldGuideTexts.ofRegister, .empty)
    }
  }

  private static func values(_ definition: CustomFieldDefinition?) -> (allowed: Text, example: Text) {
    switch definition?.kind {
    case .number: (FieldGuideTexts.number, Text(verbatim: "12,5"))
    case .date: (FieldGuideTexts.date, Text(verbatim: "2026-11-23"))
    case .boolean: (FieldGuideTexts.yesOrNo, ValueLabels.yes)
    case .choice:
      (
        FieldGuideTexts.oneOf((definition?.choices ?? []).map(Text.init(verbatim:))),
        Text(verbatim: definition?.choices.first ?? "")
      )
    case .text, nil: (FieldGuideTexts.anyText, .empty)
    }
  }

  private static func example(of field: Field) -> Text { Text(verbatim: examples[field.name] ?? "") }

  private static let examples = [
    "name": "Storstads Fastigheter AB", "orderNumber": "PO-2026-17", "costCenter": "Nord", "discountLetters": "A",
    "comments": "Ring före besök.", "tags": "VIP; Avtal", "subgroups": "Bostäder", "assigned": "anna",
    "invoiceAddress.line1": "Storgatan 1", "invoiceAddress.city": "Storstad",
    "visitingAddress.line1": "Verkstadsgatan 2", "visitingAddress.city": "Storstad",
    "mailAddress.line1": "Box 123", "mailAddress.city": "Storstad", "contactPersons[].name": "Anna Svensson",
    "taxReduction.propertyDesignation": "Storstad Eken 1:2", "taxReduction.apartmentNumber": "1101",
  ]
}
