import CustomerModel
import Texts

/// What is told of accounting systems as the configuration has them.
enum ConnectionTexts {
  static func unknownSystem(_ name: String, known: [String]) -> Text {
    guard !known.isEmpty else {
      return Text(
        en: "The configuration has no accounting system “\(name)”. It has none.",
        sv: "Konfigurationen har inget ekonomisystem ”\(name)”. Den har inget alls.")
    }
    let names = known.joined(separator: ", ")
    return Text(
      en: "The configuration has no accounting system “\(name)”. It has \(names).",
      sv: "Konfigurationen har inget ekonomisystem ”\(name)”. Den har \(names).")
  }

  static let noneLoggedIn = Text(
    en: "No accounting system of the configuration has credentials.",
    sv: "Inget ekonomisystem i konfigurationen har inloggningsuppgifter.")

  static func mappingOnlyReads(_ mapping: String, system: String, builtIn: String) -> Text {
    Text(
      en:
        "The mapping \(mapping) only reads, so nothing could be sent to \(system). Name one whose direction is \"both\" as erps.\(system).mapping, such as \(builtIn).",
      sv:
        "Mappningen \(mapping) läser bara, så inget kan skickas till \(system). Ange en vars direction är \"both\" som erps.\(system).mapping, till exempel \(builtIn)."
    )
  }
}

extension ErrorCode {
  static let ofConnections = [erpUnknown, erpNone]

  static let erpUnknown = ErrorCode(
    "erp.unknown", .configuration, "The configuration has no accounting system of that name.")
  static let erpNone = ErrorCode(
    "erp.none", .configuration, "No accounting system of the configuration has credentials.")
}
