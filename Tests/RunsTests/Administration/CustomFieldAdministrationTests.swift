import CustomerModel
import RegisterStore
import Runs
import Testing

@Suite struct CustomFieldAdministrationTests {
  private let office: Office
  private let fields: CustomFieldAdministration
  init() throws {
    office = try Office()
    fields = CustomFieldAdministration(office.register, as: office.actor)
  }

  private var names: [String] {
    get throws { try fields.fields().filter { !$0.isRemoved }.map(\.name) }
  }

  @Test func aFieldThatNobodyCouldTellFromAnotherIsRefused() throws {
    try fields.add("Region", .choice, choices: ["Norr", "Syd"])
    #expect(code { try fields.add("Region", .text) } == "field.exists")
    #expect(code { try fields.add("REGION", .text) } == "field.exists")
    #expect(try names == ["Region"])
  }

  @Test func aRemovedFieldComesBackAsItWas() throws {
    try fields.add("Region", .choice, choices: ["Norr", "Syd"])
    try office.add("1", "name=Ettan AB", "customFields.Region=Norr")
    #expect(try fields.remove("Region") == 1)
    #expect(try names == [])
    #expect(code { _ = try fields.remove("Region") } == "field.unknownCustom")
    do {
      try fields.add("Region", .text)
      Issue.record("the field came back as another")
    } catch let error as KundregError {
      #expect(error.code == "field.exists")
      let former = CustomFieldDefinition(name: "Region", kind: .choice, choices: ["Norr", "Syd"], isRemoved: true)
      #expect(error.remedies == [.addCustomField(former)])
    }
    try fields.add("Region", .choice, choices: ["Norr", "Syd"])
    #expect(try names == ["Region"])
  }

  @Test(arguments: [
    ("", CustomFieldDefinition.Kind.text, [String]()), ("*", .text, []), ("Region", .choice, []),
    ("Region", .text, ["Norr"]), ("Region", .choice, ["Norr", "Norr"]),
  ])
  func whatAFieldCannotBeIsRefused(name: String, kind: CustomFieldDefinition.Kind, choices: [String]) throws {
    #expect(code { try fields.add(name, kind, choices: choices) } == "field.malformed")
  }

  @Test func onlyAnAdministratorChangesThem() throws {
    let eva = CustomFieldAdministration(office.register, as: try office.grant("eva", .view))
    #expect(code { try eva.add("Region", .text) } == "user.notPermitted")
    #expect(code { _ = try eva.remove("Region") } == "user.notPermitted")
    #expect(try eva.fields() == [])
  }
}
