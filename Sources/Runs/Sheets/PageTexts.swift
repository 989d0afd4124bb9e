import CustomerModel
import Rows
import Texts

/// What is told of an input that is one page of a longer list.
enum PageTexts {
  static func note(_ page: ListPage) -> Text {
    Text(
      en:
        "The file is \(place(page).english) of a list: customers on other pages are not in it. Import those pages too.",
      sv: "Filen är \(place(page).swedish) i en lista: kunder på andra sidor finns inte med. Importera även de sidorna."
    )
  }

  static func hindersMissing(_ input: String, _ page: ListPage) -> Text {
    Text(
      en:
        "\(input) was to be taken for the whole register, so that customers who are not in it are inactivated, but it is only "
        + "\(place(page).english) of a list. Nothing was written. Put all pages in one file, or inactivate nobody.",
      sv: "\(input) skulle gälla som hela registret, så att kunder som saknas i filen inaktiveras, men filen är bara "
        + "\(place(page).swedish) i en lista. Inget har sparats. Lägg alla sidor i en fil, eller låt bli att inaktivera."
    )
  }

  private static func place(_ page: ListPage) -> Text {
    guard let number = page.number else {
      return Text(en: "one of \(page.count) pages", sv: "en av \(page.count) sidor")
    }
    return Text(en: "page \(number) of \(page.count)", sv: "sida \(number) av \(page.count)")
  }
}

extension ErrorCode {
  static let ofPages = [missingPages]

  static let missingPages = ErrorCode(
    "missing.pages", .failed,
    "Customers that the file lacks were to be inactivated, but the file is one page of a longer list.")
}
