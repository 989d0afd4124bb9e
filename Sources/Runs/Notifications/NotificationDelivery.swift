package import ConfigurationFile
import CustomerModel
package import Documents
import Foundation
package import RegisterStore
package import Texts

/// Hands what users are told to the configuration's command, so that mail or chat can be attached.
///
/// The command is run once for each notification, after the run that it tells of was committed, with the notification as
/// JSON on standard input and `KUNDREG_TOLD`, `KUNDREG_RUN`, `KUNDREG_KIND` and `KUNDREG_COUNT` in the environment. With an
/// invitation comes the customer's user as the card has it, e-mail address and all. One that fails leaves the notification for
/// the next time, and harms nothing else.
package struct NotificationDelivery: Sendable {
  private let command: [String]
  private let timeout: Double

  /// - Parameters:
  ///   - command: the program and its arguments; not empty.
  ///   - timeout: how long one call may take, in seconds.
  package init(command: [String], timeout: Double) {
    self.command = command
    self.timeout = timeout
  }

  /// Delivers all that waits to the configuration's command, where it names one: what every door does after a run. Whatever
  /// fails harms nothing, since the run that it tells of is done.
  package static func deliver(_ configuration: Configuration, on register: () throws -> Register) -> Outcome {
    guard let command = configuration.notificationCommand else { return Outcome() }
    do {
      return try NotificationDelivery(command: command, timeout: configuration.notifications.timeoutSeconds)
        .perform(on: register())
    } catch {
      let reason = (error as? KundregError)?.text ?? Text(verbatim: "\(error)")
      return Outcome(failures: [NotificationTexts.notDelivered(reason).masked])
    }
  }

  /// What came of it.
  package struct Outcome: Sendable, Equatable {
    package var delivered = 0
    /// What a person should know of those that were not: a sentence each, with personal identity numbers masked.
    package var failures: [Text] = []
  }

  /// Delivers all that waits. Another process that delivers at the same time does it alone.
  ///
  /// - Parameter environment: what the command finds in its environment besides.
  /// - Throws: ``KundregError`` when the register cannot be read or written.
  package func perform(
    on register: Register, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Outcome {
    var outcome = Outcome()
    guard try register.read({ try $0.undeliveredNotification(after: 0) }) != nil else { return outcome }
    let lock: SyncLock
    do {
      lock = try register.lockSync("notifications")
    } catch let error as KundregError where error.status == .busy {
      return outcome
    }
    defer { lock.release() }
    var last: Int64 = 0
    while let notification = try register.read({ try $0.undeliveredNotification(after: last) }) {
      last = notification.id
      let variables = [
        "KUNDREG_TOLD": notification.user, "KUNDREG_RUN": "\(notification.run)",
        "KUNDREG_KIND": notification.kind.rawValue, "KUNDREG_COUNT": "\(notification.customers.count)",
      ]
      let reason = ChildCommand(command, environment: environment.merging(variables) { $1 })
        .run(input: try register.read { try Self.message(notification, in: $0) }, timeout: timeout)
      if let reason {
        let text = NotificationTexts.notDelivered(
          to: notification.user, run: notification.run, command: command[0], reason)
        // Who is told may have a login that is a personal number.
        outcome.failures.append(text.masked(outside: [command[0]]))
        // What cannot be started or hangs now will for the others too.
        if outcome.failures.count == Self.mostFailures { break }
      } else {
        try register.write { try $0.markDelivered(notification) }
        outcome.delivered += 1
      }
    }
    return outcome
  }

  /// After so many failures the rest waits for the next run.
  private static let mostFailures = 3

  /// What the command reads: the notification, and who is invited.
  private static func message(_ notification: UserNotification, in register: RegisterReader) throws -> [UInt8] {
    let message = node(notification)
    guard notification.kind == .invitation, let user = try register.customerUser(notification.user),
      let invited = try? JSONNode(parsing: Array(user.utf8))
    else { return message.bytes() }
    return JSONNode.object(message.members + [.init(key: "invited", value: invited)]).bytes()
  }

  /// A notification as programs read it.
  package static func node(_ notification: UserNotification) -> JSONNode {
    .object([
      .init(key: "run", value: .number("\(notification.run)")),
      .init(key: "user", value: .text(notification.user)),
      .init(key: "kind", value: .text(notification.kind.rawValue)),
      .init(key: "by", value: .text(notification.by)),
      .init(key: "at", value: .text(notification.createdAt)),
      .init(key: "customers", value: .array(notification.customers.map(JSONNode.text))),
    ])
  }
}
