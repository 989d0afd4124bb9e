import ConfigurationFile
import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts
import Validation
import Writers

@Suite struct ExportRoundTripTests {
  /// Writes every card, as the export command does.
  private func export(_ office: Office, to name: String, language: Language = .swedish) throws {
    try office.register.read { reader throws in
      let definitions = try reader.customFields()
      let columns = ExportTable.allColumns(
        contactPersons: try reader.highestContactPersonCount(), definitions: definitions)
      let file = try ExportFile(
        path: office.folder.file(name), columns: columns, definitions: definitions, language: language)
      var search = CustomerSearch()
      search.activity = .all
      var values = try reader.cardValues(of: columns)
      for id in try reader.customers(search) {
        let isThere = try values.move(to: id)
        #expect(isThere)
        try file.append { values.forEach($0) }
      }
      try file.finish()
    }
  }

  private func office(_ definitions: [CustomFieldDefinition]) throws -> Office {
    var office = try Office()
    office.library = try Office.shippedMappings()
    try office.register.write { writer throws in for field in definitions { try writer.addCustomField(field) } }
    return office
  }

  @Test(arguments: ["csv", "xlsx", "json"], UInt64(1)...4)
  func whatIsExportedComesBackAsItWas(ending: String, seed: UInt64) throws {
    try comesBack(ending, seed: seed, in: .swedish)
  }

  @Test(arguments: ["csv", "xlsx"], UInt64(5)...6)
  func whatIsExportedInEnglishComesBackAsItWas(ending: String, seed: UInt64) throws {
    try comesBack(ending, seed: seed, in: .english)
  }

  private func comesBack(_ ending: String, seed: UInt64, in language: Language) throws {
    var random = SeededGenerator(seed)
    let original = try office(RandomCards.definitions)
    let cards = (1...40).map { RandomCards.card(number: String(format: "%04d", $0), ordinal: $0, &random) }
    try original.register.write { writer throws in
      try writer.begin(RunDescription(kind: .edit, source: "test", user: "test"))
      for card in cards {
        try writer.apply(
          CustomerChange(
            number: card[.number]!, action: .create, fields: card.paths.map { FieldChange($0, old: nil, new: card[$0]) }
          ))
      }
      try writer.endRun(.init())
    }
    let name = "export.\(ending)"
    try export(original, to: name, language: language)

    let changes = Changes()
    let itself = try original.importing(name, changes: changes)
    let lines = changes.lines
    #expect(lines == [])
    #expect(itself.counts.unchanged == 40, "\(itself.report.problems.entries)")
    #expect(itself.report.unmappedColumns.isEmpty)
    let cleared = Changes()
    try original.importing(name, changes: cleared) { $0.empty = .clear }
    #expect(cleared.lines == [])

    let copy = try office([])
    let outcome = try copy.importing(original.folder.file(name))
    #expect(outcome.counts.created == 40, "\(outcome.report.problems.entries)")
    let differences = try original.state().differences(in: try copy.state())
    #expect(differences == [])
  }

  @Test(arguments: ["csv", "xlsx", "json"])
  func anEmptyRegisterIsExportedToAFileThatIsRead(ending: String) throws {
    let office = try office([])
    try export(office, to: "export.\(ending)")
    if ending == "json" {
      // A list of no objects has no header.
      #expect(try office.failure("export.json").status == .unreadableInput)
    } else {
      #expect(try office.importing("export.\(ending)").counts == .init())
    }
  }
}
