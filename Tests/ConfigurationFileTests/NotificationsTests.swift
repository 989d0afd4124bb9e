import ConfigurationFile
import CustomerModel
import TestSupport
import Testing

@Suite struct NotificationsTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func load(_ json: String) throws -> Configuration {
    try Configuration.load(path: folder.write(json, to: "config.json"), environment: [:])
  }

  @Test func thereIsNoCommandUnlessOneIsNamed() throws {
    #expect(try load("{}").notificationCommand == nil)
    #expect(try load(#"{"notifications": {"command": []}}"#).notificationCommand == nil)
    #expect(try load("{}").notifications.timeoutSeconds == 30)
  }

  @Test(arguments: [("mail", "mail"), ("/usr/bin/mail", "/usr/bin/mail")])
  func theProgramIsFoundAsItIsWritten(program: String, expected: String) throws {
    let configuration = try load(
      #"{"notifications": {"command": ["\#(program)", "-s", "Kund"], "timeoutSeconds": 2.5}}"#)
    #expect(configuration.notificationCommand == [expected, "-s", "Kund"])
    #expect(configuration.notifications.timeoutSeconds == 2.5)
  }

  @Test func aPathStartsFromTheConfigurationsFolder() throws {
    let command = try load(#"{"notifications": {"command": ["bin/tell"]}}"#).notificationCommand
    #expect(command == [folder.file("bin/tell")])
  }

  @Test(arguments: [
    #"{"notifications": {"command": "mail"}}"#, #"{"notifications": {"timeoutSeconds": 0}}"#,
    #"{"notifications": {"comand": []}}"#, #"{"notifications": []}"#,
  ])
  func mistakesAreNamed(json: String) throws {
    #expect {
      _ = try load(json)
    } throws: { ($0 as? KundregError)?.status == .configuration }
  }
}
