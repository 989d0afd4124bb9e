import CustomerModel
import Testing

struct NewCustomerDefaultsTests {
  private func values(_ settings: RegisterSettings) -> [String: String] {
    let defaults = NewCustomerDefaults(settings: settings)
    return Dictionary(
      uniqueKeysWithValues: Field.all.compactMap { field in
        field.isRepeated ? nil : defaults.value(of: field).map { (field.name, $0) }
      })
  }

  private let answers = [
    "active": "1", "facilitiesDisabled": "0", "facilityRequired": "0", "costCenterRequired": "0",
    "alwaysSendAsInvoice": "0",
  ]

  @Test func aNewCustomerIsAnActiveCompanyThatNothingIsAskedOf() {
    #expect(values(RegisterSettings()) == answers.merging(["type": "company"]) { $1 })
  }

  @Test func theRegisterCanTakeNewCustomersForPrivate() {
    var settings = RegisterSettings()
    settings[.privateAsDefault] = 1
    #expect(values(settings) == answers.merging(["type": "private"]) { $1 })
  }

  @Test func theFieldsThatBeginWithAValueAreThoseThatHaveOne() {
    #expect(Set(NewCustomerDefaults.fields.map(\.name)) == Set(answers.keys).union(["type"]))
  }
}
