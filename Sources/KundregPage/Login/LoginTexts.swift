import Texts

/// What is told of how somebody comes in, and out.
enum LoginTexts {
  // MARK: The link

  static let linkTitle = Text(en: "Log in", sv: "Logga in")

  static let linkSays = Text(
    en: "The button logs this browser in. The link works once.",
    sv: "Knappen loggar in den här webbläsaren. Länken fungerar en gång.")

  static let logIn = Text(en: "Log in", sv: "Logga in")

  static let linkClosedTitle = Text(en: "The link no longer works", sv: "Länken fungerar inte längre")
  static let linkClosed = Text(
    en:
      "A link works once, within ten minutes. Press Enter where `kundreg serve` runs for a new one, or start it again.",
    sv:
      "En länk fungerar en gång, inom tio minuter. Tryck på Enter där `kundreg serve` körs för att få en ny, eller starta om det."
  )

  // MARK: Nobody is logged in

  static let loggedOutTitle = Text(en: "You are not logged in", sv: "Du är inte inloggad")
  static let loggedOut = Text(
    en:
      "A session ends after half an hour without use, and after twelve hours. Open the link that `kundreg serve` prints; Enter there prints a new one. If you have just logged in, this browser keeps no login of the page: use a current Firefox, Chrome or Edge.",
    sv:
      "En inloggning tar slut efter en halvtimme utan användning och efter tolv timmar. Öppna länken som `kundreg serve` skriver ut. Enter där ger en ny. Om du just har loggat in sparar den här webbläsaren ingen inloggning från sidan: använd en aktuell Firefox, Chrome eller Edge."
  )

  // MARK: Passwords

  static let name = Text(en: "User name", sv: "Användarnamn")
  static let password = Text(en: "Password", sv: "Lösenord")
  static let wrongPasswordTitle = Text(en: "That was not right", sv: "Det stämmer inte")
  static let wrongPassword = Text(
    en: "There is no user with this name and password. Try again; an administrator can give a new password.",
    sv:
      "Det finns ingen användare med det namnet och lösenordet. Försök igen. En administratör kan ge ett nytt lösenord."
  )
  static let mustWaitTitle = Text(en: "Too many attempts", sv: "För många försök")

  static func mustWait(seconds: Int) -> Text {
    Text(
      en: "The password of this name was wrong several times. Wait \(seconds.counted("second")) and try again.",
      sv:
        "Lösenordet för det namnet var fel flera gånger. Vänta \(seconds.counted("sekund", "sekunder")) och försök igen."
    )
  }

  static let logOut = Text(en: "Log out", sv: "Logga ut")

  // MARK: At the terminal

  static func isServing(_ link: String) -> Text {
    Text(
      en: "The page is ready. This link logs you in, once, within ten minutes:\n\n  \(link)\n",
      sv: "Sidan är klar. Den här länken loggar in dig, en gång, inom tio minuter:\n\n  \(link)\n")
  }

  static let moreLinks = Text(
    en: "Enter prints another link, Ctrl-C ends the page.", sv: "Enter ger en länk till, Ctrl-C avslutar sidan.")

  // MARK: Sessions

  static let sessionsTitle = Text(en: "Where you are logged in", sv: "Var du är inloggad")
  static let sessionsSay = Text(
    en: "End what you do not know. That browser is logged out at once.",
    sv: "Avsluta det du inte känner igen. Den webbläsaren loggas ut direkt.")

  static func sessionsCaption(_ count: Int, zone: String) -> Text {
    Text(
      en: "\(count.counted("browser")); times are in \(zone)",
      sv: "\(count.counted("webbläsare", "webbläsare")), tider i \(zone)")
  }

  static let begun = Text(en: "Logged in", sv: "Inloggad")
  static let lastUsed = Text(en: "Last used", sv: "Senast använd")
  static let browser = Text(en: "Browser", sv: "Webbläsare")
  static let address = Text(en: "Address", sv: "Adress")
  static let action = Text(en: "Action", sv: "Åtgärd")
  static let thisOne = Text(en: "This browser", sv: "Den här webbläsaren")
  static let end = Text(en: "End", sv: "Avsluta")

  /// The button of one line, for who hears it by itself.
  static func endSession(begun: String) -> Text {
    Text(en: "End the session of \(begun)", sv: "Avsluta inloggningen från \(begun)")
  }
}
