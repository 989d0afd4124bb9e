import CustomerModel
import Mapping
import RegisterStore
import Rows
import Runs
import Testing

/// A mapping that somebody keeps for a program's list.
@Suite struct KeptProgramListTests {
  private static let fixture = ProgramList.path(of: "hubspot-companies.csv")
  private let office: Office
  private let kept: MappingFile

  init() throws {
    var office = try Office()
    let shipped = try Office.shippedMappings()
    let made = try MappingProposal.make(
      input: Self.fixture, sheet: nil, reading: .init(), library: shipped, name: "egen")
    kept = try MappingFile(json: Array(made.suggestion.json.utf8), origin: "egen.json")
    office.library = MappingLibrary(shipped.all + [kept], wordFiles: shipped.wordFiles)
    self.office = office
  }

  @Test func isTakenBeforeTheProgramsOwn() throws {
    let outcome = try office.importing(Self.fixture)
    #expect(outcome.report.mapping == "egen")
    #expect(outcome.counts.created == 2)
  }

  @Test func keepsWhatTheProgramsMappingSaysOfEveryRow() {
    let type = kept.columns.first { $0.fields.map(\.description) == ["type"] }
    #expect(type?.source == .constant("company"))
  }
}
