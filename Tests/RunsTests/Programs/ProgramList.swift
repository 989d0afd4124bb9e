import CustomerModel
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing

/// An office into which a list of some program was imported by the mapping that its header chose.
struct ProgramList {
  let office: Office

  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures").path

  static func path(of fixture: String) -> String { "\(fixtures)/\(fixture)" }

  /// - Parameter file: of `Fixtures`.
  init(_ file: String, by mapping: String, generatesNumbers: Bool = false) throws {
    try self.init(path: Self.path(of: file), by: mapping, Self.office(generatesNumbers: generatesNumbers))
  }

  /// - Parameter text: of a delimited file.
  init(text: String, by mapping: String, generatesNumbers: Bool = false) throws {
    let office = try Self.office(generatesNumbers: generatesNumbers)
    try office.folder.write(text, to: "lista.csv")
    try self.init(path: office.folder.file("lista.csv"), by: mapping, office)
  }

  private init(path: String, by mapping: String, _ office: Office) throws {
    self.office = office
    let outcome = try office.importing(path)
    #expect(outcome.report.mapping == mapping)
    #expect(outcome.counts.rejected == 0)
    #expect(outcome.report.provenColumns.isEmpty)
  }

  private static func office(generatesNumbers: Bool) throws -> Office {
    var office = try Office(generatesNumbers ? [.generateNumber: 1] : [:])
    office.library = try Office.shippedMappings()
    return office
  }

  /// All that a customer's card has, field by field, but for what nobody ticked. The names of a set have a bar between.
  func customer(_ number: String) throws -> [String: String] {
    let card = try #require(try office.card(number))
    var fields: [String: String] = [:]
    for (path, value) in card.values {
      if path.field.kind == .boolean, path.field != .active, value == "0" { continue }
      fields[path.description] = value.utf8.split(separator: Field.setSeparator).map { String(Substring($0)) }
        .joined(separator: "|")
    }
    return fields
  }
}
