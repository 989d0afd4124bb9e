import CustomerModel
import Texts

/// What is told of what an import adds beside customers, and of what it takes for granted.
enum NewNameTexts {
  static func invitations(_ count: Int) -> Text {
    Text(
      en:
        "\(count.counted("customer user")) came without an invitation, since an import sends nothing to anybody. Invite each of them from "
        + "the customer.",
      sv:
        "\(count.counted("kundanvändare", "kundanvändare")) kom utan inbjudan, eftersom en import inte skickar något till någon. Bjud in "
        + "dem från kunden.")
  }

  static func personsTakenAsCompanies(_ count: Int) -> Text {
    count == 1
      ? Text(
        en:
          "1 new customer without a type has a personal number and became a company, as sole traders (enskild firma) are. Where it is a "
          + "private person, let the identity number decide the type, or say \"typeFrom\": \"identityNumber\" in the mapping. That is for "
          + "new customers: those that are there keep their type.",
        sv:
          "1 ny kund utan typ har ett personnummer och blev ett företag, som en enskild firma är. Om det är en privatperson: låt numret "
          + "avgöra typen, eller skriv \"typeFrom\": \"identityNumber\" i mappningen. Det gäller nya kunder: de som redan finns behåller "
          + "sin typ.")
      : Text(
        en:
          "\(count) new customers without a type have a personal number and became companies, as sole traders (enskild firma) are. Where "
          + "they are private persons, let the identity number decide the type, or say \"typeFrom\": \"identityNumber\" in the mapping. "
          + "That is for new customers: those that are there keep their type.",
        sv:
          "\(count) nya kunder utan typ har ett personnummer och blev företag, som enskilda firmor är. Om de är privatpersoner: låt "
          + "numret avgöra typen, eller skriv \"typeFrom\": \"identityNumber\" i mappningen. Det gäller nya kunder: de som redan finns "
          + "behåller sin typ.")
  }

  static func doubtfulKind(of field: String, _ kind: String) -> Text {
    Text(
      en:
        "A new custom field is called “\(field)” and holds text. If “\(kind)” was to say what it holds, undo the import, and write text, "
        + "number, date, boolean or choice(A|B) in the heading instead.",
      sv:
        "Ett nytt eget fält heter ”\(field)” och innehåller text. Om ”\(kind)” skulle säga vad det innehåller: ångra importen, och skriv "
        + "text, number, date, boolean eller choice(A|B) i rubriken i stället.")
  }

  static func unknownKind(_ kind: String, of field: String, member: String, input: String) -> Text {
    Text(
      en:
        "\(input): \(member) says that the custom field \(field) is “\(kind)”. Write text, number, date, boolean or choice(A|B) there, or "
        + "leave it out.",
      sv:
        "\(input): \(member) säger att det egna fältet \(field) är ”\(kind)”. Skriv text, number, date, boolean eller choice(A|B) där, "
        + "eller utelämna det.")
  }
}

extension ErrorCode {
  static let ofNewNames = [customFieldsKind]

  static let customFieldsKind = ErrorCode(
    "customFields.kind", .unreadableInput, "The file names a kind of a custom field that there is not.")
}
