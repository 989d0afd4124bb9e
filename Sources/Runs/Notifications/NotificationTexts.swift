import Texts

/// What is told of notifications that could not be delivered.
enum NotificationTexts {
  static func notDelivered(_ reason: Text) -> Text {
    Text(
      en: "Notifications were not delivered: \(reason.english)",
      sv: "Aviseringarna har inte levererats: \(reason.swedish)")
  }

  static func notDelivered(to user: String, run: Int, command: String, _ failure: Text) -> Text {
    Text(
      en:
        "The notification of \(user) about run \(run) was not delivered: \(command) \(failure.english). It is tried again after the next "
        + "run.",
      sv:
        "Aviseringen till \(user) om körning \(run) har inte levererats: \(command) \(failure.swedish). Ett nytt försök görs efter nästa "
        + "körning.")
  }

  // MARK: What became of the command, behind its name

  static let noInput = Text(
    en: "got no input: the folder for temporary files is not writable",
    sv: "fick inga indata: mappen för tillfälliga filer går inte att skriva i")

  static func notStarted(_ reason: String) -> Text {
    Text(en: "cannot be started: \(reason)", sv: "går inte att starta: \(reason)")
  }

  static func notAwaited(_ reason: String) -> Text {
    Text(en: "cannot be waited for: \(reason)", sv: "går inte att vänta på: \(reason)")
  }

  /// - Parameter seconds: how long it may take, as people write it.
  static func tooSlow(_ seconds: String) -> Text {
    Text(en: "took longer than \(seconds) s", sv: "tog längre tid än \(seconds.replacing(".", with: ",")) s")
  }

  static func signalled(_ signal: Int32) -> Text {
    Text(en: "was ended by signal \(signal)", sv: "avslutades av signal \(signal)")
  }

  static func status(_ code: Int32) -> Text {
    Text(en: "ended with status \(code)", sv: "slutade med status \(code)")
  }
}
