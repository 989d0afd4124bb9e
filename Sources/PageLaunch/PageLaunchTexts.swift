import CustomerModel
package import Texts

/// What is told of how the page is started.
package enum PageLaunchTexts {
  static func hostIsOpen(_ host: String) -> Text {
    Text(
      en:
        "--host \(host) would let other computers in without encryption. Use 127.0.0.1, ::1 or localhost; for others, put a proxy with TLS before --socket PATH.",
      sv:
        "--host \(host) skulle släppa in andra datorer utan kryptering. Använd 127.0.0.1, ::1 eller localhost. För andra ställer du en proxy med TLS framför --socket SÖKVÄG."
    )
  }

  static func hostIsNotLedTo(_ host: String) -> Text {
    Text(
      en:
        "Browsers lead names of this computer to 127.0.0.1 and ::1, not to \(host). Leave --host out, or say with --origin what browsers call the page.",
      sv:
        "Webbläsare leder namn på den här datorn till 127.0.0.1 och ::1, inte till \(host). Utelämna --host, eller ange med --origin vad webbläsare kallar sidan."
    )
  }

  static func port(_ port: Int) -> Text {
    Text(
      en: "--port is from 0 to 65535, not \(port); 0 takes any that is free.",
      sv: "--port ska vara från 0 till 65535, inte \(port). 0 tar en som är ledig.")
  }

  static let socketOrPort = Text(
    en: "Give --socket, or --host and --port, not both.", sv: "Ange --socket, eller --host och --port, inte båda.")

  static let socketNeedsOrigin = Text(
    en: "With --socket, say what browsers call the page, with --origin https://NAME.",
    sv: "Med --socket anger du vad webbläsare kallar sidan, med --origin https://NAMN.")

  static func originIsNone(_ text: String) -> Text {
    Text(
      en: "--origin is a scheme and a name without a path, such as https://kunder.example.se, not \(text).",
      sv: "--origin är ett schema och ett namn utan sökväg, till exempel https://kunder.example.se, inte \(text).")
  }

  static func originIsReadable(_ text: String) -> Text {
    Text(
      en: "\(text) would cross the network without encryption. Give --origin with https, or a name of this computer.",
      sv: "\(text) skulle gå okrypterat över nätet. Ange --origin med https, eller ett namn på den här datorn.")
  }

  static let startedByHand = Text(
    en: "This program serves the page for `kundreg serve`. Type that instead.",
    sv: "Det här programmet visar sidan åt `kundreg serve`. Skriv det i stället.")

  /// - Parameter path: where the program should be.
  package static func noProgram(_ path: String) -> Text {
    Text(
      en: "The program that serves the page is not at \(path). Install Kundreg again with scripts/install.",
      sv: "Programmet som visar sidan finns inte på \(path). Installera Kundreg igen med scripts/install.")
  }

  package static func cannotListen(_ place: String) -> Text {
    Text(
      en:
        "\(place) cannot be listened on; another program may hold it, or may not be let in there. Choose another with --port or --socket; --port 0 takes any that is free.",
      sv:
        "Det går inte att lyssna på \(place). Ett annat program kan ha tagit den, eller så får du inte använda den. Välj en annan med --port eller --socket. --port 0 tar en som är ledig."
    )
  }

  /// - Parameters:
  ///   - neighbour: the other loopback address, with the port.
  ///   - place: where the page was to listen.
  package static func neighbourIsTaken(_ neighbour: String, beside place: String) -> Text {
    Text(
      en:
        "Another program holds \(neighbour). Browsers look for the page there as well as at \(place), so that program would be sent your login. Choose another port with --port; --port 0 takes any that is free.",
      sv:
        "Ett annat program har tagit \(neighbour). Webbläsare letar efter sidan både där och på \(place), så det programmet skulle få din inloggning. Välj en annan port med --port. --port 0 tar en som är ledig."
    )
  }
}
