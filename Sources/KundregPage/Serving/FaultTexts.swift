import Texts

/// What is told of requests that get no page.
enum FaultTexts {
  static let unknownAddress = Text(en: "There is no such page", sv: "Sidan finns inte")
  static let startAgain = Text(
    en: "Go to the start page and choose from there.", sv: "Gå till startsidan och välj därifrån.")

  static let wrongHostTitle = Text(en: "This is another address", sv: "Det här är en annan adress")
  static let wrongHost = Text(
    en: "The page answers only at the address that `kundreg serve` printed. Open the link there.",
    sv: "Sidan svarar bara på adressen som `kundreg serve` skrev ut. Öppna länken där.")

  static let foreignFormTitle = Text(en: "Nothing was done", sv: "Inget har gjorts")
  static let foreignForm = Text(
    en:
      "The request did not come from this page, or the browser does not say where from. Go to the start page and do it there, in an up-to-date browser.",
    sv:
      "Begäran kom inte från den här sidan, eller så säger webbläsaren inte varifrån. Gå till startsidan och gör det där, i en uppdaterad webbläsare."
  )

  static let unknownMethod = Text(
    en: "That cannot be done with this address", sv: "Det går inte att göra med den här adressen")
  static let formTooLargeTitle = Text(en: "The form is too large", sv: "Formuläret är för stort")

  static func formTooLarge(bytes: Int) -> Text {
    Text(
      en: "It may have \(bytes / 1024) KB. Shorten what you typed, and send it again.",
      sv: "Det får vara \(bytes / 1024) kB. Korta det du har skrivit och skicka igen.")
  }

  static let formTooSlowTitle = Text(en: "The form did not arrive", sv: "Formuläret kom inte fram")
  static let formTooSlow = Text(
    en: "It took too long. Go back and send it again.", sv: "Det tog för lång tid. Gå tillbaka och skicka igen.")
  static let noForm = Text(en: "The form could not be read", sv: "Formuläret gick inte att läsa")
  static let addressTooLong = Text(en: "The address is too long", sv: "Adressen är för lång")
  static let tooManyTitle = Text(en: "Too much at once", sv: "För mycket på en gång")
  static let tooMany = Text(
    en: "The page is busy with other requests. Wait a few seconds and reload.",
    sv: "Sidan arbetar med andra förfrågningar. Vänta några sekunder och ladda om.")
  static let notPermitted = Text(en: "You may not see this", sv: "Du får inte se det här")
  static let notUnderstood = Text(en: "That could not be understood", sv: "Det gick inte att förstå")
  static let busy = Text(en: "The register is busy", sv: "Registret är upptaget")
  static let registerReplacedTitle = Text(en: "The register was replaced", sv: "Registret har bytts ut")
  static let registerReplaced = Text(
    en:
      "Another file stands in its place, or a later version of Kundreg has written to it. End `kundreg serve` and start it again.",
    sv:
      "En annan fil ligger på dess plats, eller så har en senare version av Kundreg skrivit i det. Avsluta `kundreg serve` och starta det igen."
  )
  static let unknownThing = Text(en: "There is nothing there", sv: "Det finns inget där")
  static let oursTitle = Text(en: "Something went wrong here", sv: "Något gick fel här")
  static let ours = Text(
    en: "Reload the page. If it comes again, the log of `kundreg serve` says what it was.",
    sv: "Ladda om sidan. Om det kommer igen står det i loggen från `kundreg serve` vad det var.")

  static let toStart = Text(en: "To the start page", sv: "Till startsidan")
}
