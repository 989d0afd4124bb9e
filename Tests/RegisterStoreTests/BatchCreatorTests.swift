import CustomerModel
import Differ
import Foundation
import RegisterStore
import Rows
import TestSupport
import Testing

@Suite struct BatchCreatorTests {
  private static let fields: [String] =
    Field.all.filter { !$0.isReadOnly && $0 != .customFields }.flatMap { field in
      (0..<(field.isRepeated ? 3 : 1)).map { FieldPath(field, position: $0).description }
    } + ["customFields.Region", "customFields.Antal"]

  /// A random value that the schema takes for the field; nil for a blank.
  private static func value(_ field: Field, row: Int, _ random: inout SeededGenerator) -> Said {
    if field == .number { return .value("N\(row)") }
    if field == .customerName { return .value("Kund \(row)") }
    // These hang together in the schema: percent with custom VAT, and no contradiction about facilities.
    if field == .vatType { return random.chance(0.5) ? "custom" : "none" }
    if field == .facilitiesDisabled { return random.chance(0.5) ? "0" : .clear }
    if random.chance(0.4) { return random.chance(0.3) ? .clear : .absent }
    let names = ["A", "B;C", "Ö", "lång text med blanka"]
    switch field.kind {
    case .choice(let words): return .value(random.pick(words))
    case .identityNumber: return field == .identityNumber ? "19121212-1212" : "769600-0015"
    case .percent: return .value(random.pick(["0", "12.5", "100"]))
    case .boolean: return .value(random.pick(["0", "1"]))
    case .language: return .value(random.pick(["sv", "en"]))
    case .country: return .value(random.pick(["SE", "NO"]))
    case .reference: return .value(random.pick(names))
    case .records: return .value(#"[{"number":"\#(names[0])"}]"#)
    case .set: return .value(CustomerCard.set(of: names.filter { _ in random.chance(0.5) } + ["Alltid"]))
    case .identityNumberSet: return .value(CustomerCard.set(of: ["19121212-1212"]))
    default: return .value(random.pick(["a", "Å ä ö", "värde \(row)"]))
    }
  }

  private static func rows(_ count: Int, _ random: inout SeededGenerator) -> [[Said]] {
    (0..<count).map { row in
      var said = fields.map { value(FieldPath($0)!.field, row: row, &random) }
      let isCustom = said[fields.firstIndex(of: "vatType")!] == "custom"
      said[fields.firstIndex(of: "vatPercent")!] = isCustom ? "25" : random.chance(0.5) ? .clear : .absent
      return said
    }
  }

  @Test(arguments: [false, true], [UInt64(1), 2, 3])
  func storesWhatTheDifferWouldStore(privateAsDefault: Bool, seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let batch = RecordBatch(Self.fields, Self.rows(60, &random))
    var settings = RegisterSettings()
    settings[.privateAsDefault] = privateAsDefault ? 1 : 0
    let (fast, plain) = (try Store(), try Store())
    for store in [fast, plain] {
      try store.register.write { writer throws in
        for name in ["Region", "Antal"] { try writer.addCustomField(CustomFieldDefinition(name: name, kind: .text)) }
      }
    }
    try fast.run { writer throws in
      try writer.beginLoading()
      var creator = try BatchCreator(writer, columns: batch.columns, settings: settings)
      for row in 0..<batch.count { #expect(try creator.create(row: row, of: batch) == Int64(row + 1)) }
      try creator.flush(batch)
    }
    try plain.run { writer throws in
      for row in 0..<batch.count {
        let card = CardDiffer.newCard(IncomingCard(row: row, of: batch), settings: settings)
        try writer.apply(SchemaTests.creation(of: card))
      }
    }
    for row in 0..<batch.count {
      let card = try #require(try fast.card("N\(row)"))
      let expected = try plain.card("N\(row)")
      #expect(card == expected, "row \(row)")
    }
    for kind in ReferenceKind.allCases {
      let names = try [fast, plain].map { try $0.register.read { try $0.references(kind) } }
      #expect(names[0] == names[1])
    }
    #expect(try fast.register.read { try $0.integrityProblems() }.isEmpty)
    // What was just stored is the same as what the rows say.
    let matches = try fast.register.read { try $0.matcher(columns: batch.columns, keys: [.number]).match(batch) }
    for (row, match) in matches.enumerated() {
      let card = try #require(try fast.card("N\(row)"))
      let changes = CardDiffer.changes(from: card, to: IncomingCard(row: row, of: batch))
      #expect(changes.isEmpty, "row \(row): \(changes)")
      if case .none = match { Issue.record("row \(row) is not found") }
    }
  }

  @Test func aGeneratedNumberIsStoredWhetherOrNotTheSourceHasAColumnForIt() throws {
    for fields in [["name"], ["number", "name"]] {
      let store = try Store()
      let batch = RecordBatch(
        fields, [fields.count == 1 ? ["A"] : [nil, "A"], fields.count == 1 ? ["B"] : ["7", "B"]])
      try store.run { writer throws in
        var creator = try BatchCreator(writer, columns: batch.columns, settings: RegisterSettings())
        _ = try creator.create(row: 0, of: batch, number: "1000")
        _ = try creator.create(row: 1, of: batch, number: fields.count == 1 ? "1001" : nil)
        try creator.flush(batch)
      }
      #expect(try store.card("1000")?[.customerName] == "A")
      #expect(try store.card(fields.count == 1 ? "1001" : "7")?[.customerName] == "B")
    }
  }

  @Test func newNamesAreNotedOnceWithTheirRun() throws {
    let store = try Store()
    let batch = RecordBatch(["number", "name", "tags"], [["1", "A", "X\u{1F}Y\u{1F}"], ["2", "B", "Y\u{1F}"]])
    try store.run { writer throws in
      var creator = try BatchCreator(writer, columns: batch.columns, settings: RegisterSettings())
      for row in 0..<2 { _ = try creator.create(row: row, of: batch) }
      try creator.flush(batch)
      #expect(writer.addedReferences == [.tag: ["X", "Y"]])
    }
  }
}
