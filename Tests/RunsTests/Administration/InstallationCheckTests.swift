import ConfigurationFile
import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts

@Suite struct InstallationCheckTests {
  private let office: Office
  init() throws { office = try Office() }

  private func findings(
    _ configuration: @escaping () throws -> Configuration = { Configuration() }, register: String? = nil,
    library: MappingLibrary? = nil, as actor: ActingUser? = nil
  ) -> [InstallationCheck.Finding] {
    InstallationCheck(
      configuration: configuration, registerPath: { _ in register ?? office.register.path },
      library: { _ in library ?? office.library }, actor: { _ in actor ?? office.actor }, environment: [:],
      time: { $0.ISO8601Format() }
    ).perform()
  }

  /// What is not sound, as `subject code`.
  private func faults(_ findings: [InstallationCheck.Finding]) -> [String] {
    findings.compactMap { finding in finding.error.map { "\(finding.subject.english) \($0.code)" } }
  }

  @Test func allIsSound() throws {
    let found = findings()
    #expect(faults(found) == [])
    #expect(found.map(\.subject.english) == ["configuration", "mappings", "register", "documents"])
    #expect(found.allSatisfy { $0.result.english != $0.result.swedish })
    #expect(found.allSatisfy { $0.result.english.hasSuffix(".") && $0.result.swedish.hasSuffix(".") })
    #expect(found.exitStatus == 0)
  }

  @Test func whatIsWrongIsToldAndTheRestIsCheckedAllTheSame() throws {
    struct Broken: Error {}
    let found = findings(
      { throw KundregError(.configuration, code: "config.wrong", Text(verbatim: "It is wrong.")) },
      register: office.folder.file("inget.db"), library: MappingLibrary([]))
    #expect(faults(found) == ["configuration config.wrong", "mappings mappings.none", "register register.missing"])
    #expect(found.count == 3)
    #expect(found.exitStatus == 78)
  }

  @Test func aFileThatIsNoRegisterIsNotToBeCheckedAgain() throws {
    try office.folder.write(String(repeating: "inget register ", count: 400), to: "text.db")
    let found = findings(register: office.folder.file("text.db"))
    #expect(faults(found) == ["register register.damaged"])
    #expect(found.exitStatus == 1)
    #expect(found.allSatisfy { !$0.remedies.contains(.checkRegister) })
  }

  @Test func documentsWithoutTheirFilesAreNamedWithTheirCustomers() throws {
    let office = try Office.withCustomer()
    try office.edit { try $0.addDocument(office.document("abc"), to: "1001", files: office.documents) }
    let check = InstallationCheck(
      configuration: { Configuration() }, registerPath: { _ in office.register.path }, library: { _ in office.library },
      actor: { _ in office.actor }, environment: [:], time: { $0.ISO8601Format() })
    #expect(faults(check.perform()) == [])
    try FileManager.default.removeItem(atPath: office.register.path + ".files/ba/" + DocumentEditsTests.abc)
    let found = check.perform()
    #expect(faults(found) == ["documents document.missing"])
    #expect(found.last?.result.swedish.contains("(kund 1001)") == true)
  }

  @Test func whoMayNotSeeTheRegisterIsToldSo() throws {
    let olle = try office.grant("olle", .edit)
    #expect(faults(findings(as: olle)) == ["register user.notPermitted"])
  }
}
