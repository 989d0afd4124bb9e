import CustomerModel
import Texts

/// What is told of a person's data that is handed out.
enum PrivacyTexts {
  static func exists(_ path: String) -> Text {
    Text(
      en: "\(path) exists already. Name another file: this one is not overwritten.",
      sv: "\(path) finns redan. Ange en annan fil: den här skrivs inte över.")
  }

  static func cannotWrite(_ path: String) -> Text {
    Text(
      en: "\(path) cannot be written. Does its folder exist, may you write there, and is there room?",
      sv: "\(path) går inte att skriva. Finns mappen, får du skriva där och finns det plats?")
  }
}

extension ErrorCode {
  static let ofPrivacy = [discloseExists, discloseCannotWrite, forgetTraces]

  static let discloseExists = ErrorCode(
    "disclose.exists", .failed, "There is a file where a person's data is to be written.")
  static let discloseCannotWrite = ErrorCode(
    "disclose.cannotWrite", .failed, "The file for a person's data cannot be written.")
  static let forgetTraces = ErrorCode(
    "forget.traces", .busy,
    "The data was removed, but the register's file may still have traces, since another program uses it.")
}
