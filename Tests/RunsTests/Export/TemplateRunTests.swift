import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts

@Suite struct TemplateRunTests {
  private func headings(_ office: Office, register: String, _ name: String = "mall.csv") throws -> [String] {
    try TemplateRun.perform(to: office.folder.file(name), register: register, language: .swedish)
    let line = try office.read(name).split(whereSeparator: \.isNewline).first ?? ""
    return line.split(separator: ";").map(String.init)
  }

  @Test func customFieldsAreThoseOfTheRegisterWhereThereIsOne() throws {
    let office = try Office()
    try office.register.write { try $0.addCustomField(CustomFieldDefinition(name: "Yta", kind: .number)) }
    #expect(try headings(office, register: office.register.path).contains("Yta"))
    let without = try headings(office, register: office.folder.file("ingen.db"))
    #expect(!without.contains("Yta") && without.contains("Kundtyp"))
    #expect(code { _ = try headings(office, register: office.register.path, "mall.json") } == "output.unknownFormat")
  }
}
