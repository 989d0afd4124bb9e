import ArgumentParser
import ConfigurationFile
import CustomerModel
import Documents
import Logging
import RegisterStore
import Runs
import Texts

/// `kundreg notifications`
struct NotificationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notifications",
    abstract: "What you are told: customers that you were assigned, or that were taken from you.",
    discussion: """
      Each run tells a user once, with the list of customers. Those of others take an administrator.

      EXAMPLE
        kundreg notifications --as anna
        kundreg notifications --as anna --clear
      """)

  @Option(name: .customLong("user"), help: ArgumentHelp("Those of another user.", valueName: "name"))
  var name: String?
  @Flag(name: .customLong("all"), help: "Those of everybody.")
  var everybodys = false
  @Flag(help: "Mark those that are shown as read: they do not show again.")
  var clear = false
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if name != nil, everybodys { throw ValidationError(OptionTexts.userOrAll) }
  }

  func run() throws {
    let owner: NotificationReading.Owner = everybodys ? .all : name.map { .user($0) } ?? .actor
    let (register, actor) = try global.enter()
    let notifications = try NotificationReading(register, as: actor).read(owner, clears: clear)
    if global.reportFormat == .json {
      return Output.json(.array(notifications.map(NotificationDelivery.node)), masked: false)
    }
    var table = TextTable(
      ["at", "user", "kind", "by", "run", "count", "customers"],
      kinds: ["at": .time, "kind": .choice { UserNotification.Kind(rawValue: $0)?.label ?? Text(verbatim: $0) }])
    for notification in notifications {
      table.append(
        [
          notification.createdAt, notification.user, notification.kind.rawValue, notification.by, "\(notification.run)",
          "\(notification.customers.count)", shown(notification.customers),
        ], own: ["customers": .masked])
    }
    table.write(as: global.reportFormat)
  }

  /// All numbers for programs, the first for people.
  private func shown(_ numbers: [String]) -> String {
    let most = ShownLimits.customersOfNotification
    guard global.reportFormat == .table, numbers.count > most else { return numbers.joined(separator: " ") }
    return numbers.prefix(most).joined(separator: " ") + " …"
  }
}

extension GlobalOptions {
  /// Hands what users are told to the configuration's command. A failure is logged and harms nothing: the run that it
  /// tells of is done.
  func deliverNotifications() {
    guard let configuration = Self.configurationOfCommand ?? (try? configuration()) else { return }
    let outcome = NotificationDelivery.deliver(configuration) { try openRegister(configuration) }
    for failure in outcome.failures { log.warning("\(failure.english)") }
    if outcome.delivered > 0 { log.debug("notifications delivered: \(outcome.delivered)") }
  }
}

/// A command whose run may tell users something.
protocol NotifyingCommand: ParsableCommand {
  var global: GlobalOptions { get }
}

extension ImportCommand: NotifyingCommand {}
extension ApplyCommand: NotifyingCommand {}
extension UndoCommand: NotifyingCommand {}
extension SyncCommand: NotifyingCommand {}
extension ConflictsCommand.ResolveCommand: NotifyingCommand {}
extension CustomerAddCommand: NotifyingCommand {}
extension CustomerEditCommand: NotifyingCommand {}
extension CustomerSetCommand: NotifyingCommand {}
extension CustomerAssignCommand: NotifyingCommand {}
extension CustomerUnassignCommand: NotifyingCommand {}
extension CustomerDeleteCommand: NotifyingCommand {}
extension CustomerMergeCommand: NotifyingCommand {}
extension CustomerUserCommand.Add: NotifyingCommand {}
extension CustomerUserCommand.Invite: NotifyingCommand {}
