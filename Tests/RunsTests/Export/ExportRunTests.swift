import ConfigurationFile
import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts

@Suite struct ExportRunTests {
  private let office: Office
  init() throws {
    office = try Office()
    try office.importing(text: "Nr;Namn;Taggar;Aktiv\n1;Ettan AB;VIP;ja\n2;Tvåan AB;;ja\n3;Trean AB;VIP;nej\n")
  }

  @discardableResult
  private func export(
    _ selection: CustomerSelection = CustomerSelection(), to name: String = "ut.csv", documents: String? = nil,
    as actor: ActingUser? = nil
  ) throws -> ExportOutcome {
    try ExportRun(
      selection, to: office.folder.file(name), documents: documents.map(office.folder.file), language: .swedish
    )
    .perform(on: office.register, configuration: Configuration(), as: actor ?? office.actor)
  }

  private func selection(_ choose: (inout SearchTerms) -> Void) -> CustomerSelection {
    var terms = SearchTerms()
    choose(&terms)
    return CustomerSelection(terms)
  }

  @Test func onlyThoseThatAreMeantAreWritten() throws {
    #expect(try export() == ExportOutcome(file: office.folder.file("ut.csv"), customers: 2, documents: nil))
    #expect(try export(selection { $0.activity = .all }).customers == 3)
    let chosen = selection { terms in
      terms.conditions = ["tags=VIP"]
      terms.columns = "number,name"
    }
    #expect(try export(chosen).customers == 1)
    let lines = try office.read("ut.csv").split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(lines.last?.split(separator: ";") == ["1", "Ettan AB"])
  }

  @Test func theRegisterAndTheConfigurationAreNeverReplaced() throws {
    var configuration = Configuration()
    configuration.path = office.folder.file("config.json")
    #expect(
      code {
        _ = try ExportRun(CustomerSelection(), to: office.folder.file("config.json"), language: .swedish)
          .perform(on: office.register, configuration: configuration, as: office.actor)
      } == "export.isConfiguration")
    #expect(
      code {
        _ = try ExportRun(CustomerSelection(), to: office.register.path, language: .swedish)
          .perform(on: office.register, configuration: configuration, as: office.actor)
      } == "export.isRegister")
  }

  @Test func contentsNeedTheColumnThatNamesThem() throws {
    let numbers = selection { $0.columns = "number" }
    #expect(code { try export(numbers, documents: "dokument") } == "export.documentsLeftOut")
    let documents = selection { $0.columns = "number,documents" }
    #expect(try export(documents, documents: "dokument").documents == 0)
  }

  @Test func whoSeesAssignedCustomersExportsThose() throws {
    let eva = try office.grant("eva", .viewAssigned)
    try office.edit("2", "assigned+=eva")
    #expect(try export(as: eva).customers == 1)
    let nobody = try office.grant("olle", .edit)
    #expect(code { try export(as: nobody) } == "user.notPermitted")
  }
}
