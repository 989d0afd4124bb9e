import RegisterStore
import CustomerModel
import Texts

/// What is told of plans and of doing them.
enum PlanTexts {
  // MARK: Plans that cannot be used

  /// - Parameter mistake: what is wrong, as it stands behind a colon.
  static func malformed(_ mistake: Text) -> Text {
    Text(
      en: "The plan cannot be used: \(mistake.english). Make it again.",
      sv: "Planen kan inte användas: \(mistake.swedish). Gör om den.")
  }

  static func isNoPlan(_ path: String, version: String) -> Text {
    Text(
      en: "\(path) is no plan of this version (\(version))",
      sv: "\(path) är ingen plan av den här versionen (\(version))")
  }

  static func badKind(_ kind: String, of field: String) -> Text {
    Text(
      en: "the custom field \(field) cannot be \"\(kind)\"", sv: "det egna fältet \(field) kan inte vara \"\(kind)\"")
  }

  static let unreadable = Text(en: "a change in it cannot be read", sv: "en ändring i den går inte att läsa")

  static func unknownAction(_ action: String, customer: String) -> Text {
    Text(
      en: "customer \(customer) has the unknown action \"\(action)\"",
      sv: "kund \(customer) har den okända åtgärden \"\(action)\"")
  }

  static func unknownField(_ field: String, customer: String) -> Text {
    Text(
      en: "customer \(customer) has the unknown field \"\(field)\"",
      sv: "kund \(customer) har det okända fältet \"\(field)\"")
  }

  static func tornValue(_ field: FieldPath, customer: String) -> Text {
    Text(
      en: "customer \(customer) has a value of \(field) with a NUL character, which no text has",
      sv: "kund \(customer) har ett värde i \(field) med ett NUL-tecken, som ingen text har")
  }

  static func fieldTwice(_ field: FieldPath, customer: String) -> Text {
    Text(en: "customer \(customer) has the field \(field) twice", sv: "kund \(customer) har fältet \(field) två gånger")
  }

  static func otherNumber(_ customer: String) -> Text {
    Text(
      en: "the new customer \(customer) has another number among its fields",
      sv: "den nya kunden \(customer) har ett annat nummer bland sina fält")
  }

  static func otherRegister(_ path: String, register: String) -> Text {
    Text(
      en: "\(path) was made for another register. Nothing was written: make the plan on \(register).",
      sv: "\(path) gjordes för ett annat register. Inget har sparats: gör planen på \(register).")
  }

  /// - Parameter now: what the register has, as a heading names kinds; nil where the field is removed.
  static func otherField(_ field: String, plan: String, planned: String, now: String?) -> Text {
    now.map { now in
      Text(
        en:
          "\(plan) adds the custom field \(field) as \(planned), but the register has it by now as \(now). Nothing was written: make the "
          + "plan again.",
        sv:
          "\(plan) lägger till det egna fältet \(field) som \(planned), men registret har det numera som \(now). Inget har sparats: gör "
          + "om planen.")
    }
      ?? Text(
        en:
          "\(plan) adds the custom field \(field) as \(planned), but the field has been removed from the register since. Nothing was written: make the "
          + "plan again.",
        sv:
          "\(plan) lägger till det egna fältet \(field) som \(planned), men i registret är det numera borttaget. Inget har sparats: gör "
          + "om planen.")
  }

  // MARK: Changes that no longer fit

  static func loginTaken(_ login: String, customer: String) -> Text {
    Text(
      en: "The login \(login), planned for customer \(customer), belongs to a user of another customer by now.",
      sv: "Inloggningen \(login), planerad för kund \(customer), tillhör numera en användare hos en annan kund.")
  }

  static func refused(_ plan: String, _ reason: Text) -> Text {
    Text(
      en:
        "\(plan): \(reason.english) Nothing was written: make the plan again and look at what it says now.",
      sv:
        "\(plan): \(reason.swedish) Inget har sparats: gör om planen och granska den på nytt.")
  }

  static func unreadableReport(run: Int) -> Text {
    Text(
      en:
        "The report of run \(run) cannot be read, so the custom fields that it added are not known. Nothing was changed.",
      sv:
        "Rapporten för körning \(run) går inte att läsa, så det är okänt vilka egna fält den lade till. Inget har ändrats."
    )
  }
}

extension ErrorCode {
  static let ofPlans = [planMalformed, planOtherRegister, runReport]

  static let planMalformed = ErrorCode("plan.malformed", .configuration, "The file is no plan, or a damaged one.")
  static let planOtherRegister = ErrorCode("plan.otherRegister", .failed, "The plan was made for another register.")
  static let runReport = ErrorCode("run.report", .failed, "The report of a run cannot be read.")
}
