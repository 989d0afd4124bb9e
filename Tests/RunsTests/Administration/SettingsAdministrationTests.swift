import CustomerModel
import RegisterStore
import Runs
import Testing

@Suite struct SettingsAdministrationTests {
  private let office: Office
  private let settings: SettingsAdministration
  init() throws {
    office = try Office()
    settings = SettingsAdministration(office.register, as: office.actor)
  }

  @Test(arguments: [("yes", 1), ("JA", 1), ("on", 1), ("1", 1), ("nej", 0), ("off", 0), ("False", 0)])
  func aSettingIsSwitchedInEitherLanguage(value: String, number: Int) throws {
    let changed = try settings.set("showCostCenter", to: value)
    #expect(changed == (.showCostCenter, number))
    #expect(try settings.settings()[.showCostCenter] == number)
  }

  @Test(arguments: [
    ("färg", "ja", "setting.unknown"), ("showCostCenter", "kanske", "setting.value"),
    ("numberMaximumLength", "0", "setting.value"), ("numberMaximumLength", "51", "setting.value"),
    ("numberMaximumLength", "många", "setting.value"),
  ])
  func whatASettingCannotBeIsRefused(name: String, value: String, expected: String) throws {
    #expect(code { _ = try settings.set(name, to: value) } == expected)
  }

  @Test func theLeastLengthNeverExceedsTheGreatest() throws {
    _ = try settings.set("numberMaximumLength", to: "4")
    #expect(code { _ = try settings.set("numberMinimumLength", to: "5") } == "setting.limits")
    #expect(try settings.set("numberMinimumLength", to: "4").value == 4)
  }

  @Test func onlyAnAdministratorChangesThem() throws {
    let eva = SettingsAdministration(office.register, as: try office.grant("eva", .view))
    #expect(code { _ = try eva.set("showCostCenter", to: "yes") } == "user.notPermitted")
    #expect(code { _ = try eva.settings() } == nil)
  }
}
