import Texts

/// What is told of the encodings of texts, and of letters that were damaged before they came here.
enum EncodingTexts {
  static func unavailable(_ encoding: String) -> Text {
    Text(
      en:
        "This system's C library cannot convert \(encoding). Save the file as UTF-8, or install the C library's conversion "
        + "modules.",
      sv:
        "Systemets C-bibliotek kan inte konvertera \(encoding). Spara filen som UTF-8, eller installera C-bibliotekets "
        + "konverteringsmoduler.")
  }

  static func markSays(_ encoding: String, not asked: String) -> Text {
    Text(
      en: "The file's byte order mark says \(encoding), so it was not read as \(asked).",
      sv: "Filens byte order mark anger \(encoding), så den lästes inte som \(asked).")
  }

  static func doubtful(_ encoding: String) -> Text {
    Text(
      en:
        "The letters outside A to Z make no words in any encoding that is known here. They were read as \(encoding), and may "
        + "be wrong throughout: compare some names with the source, save the list as UTF-8 where it is right, and import it "
        + "again.",
      sv:
        "Bokstäverna utanför A till Z bildar inga ord i någon teckenkodning som är känd här. De lästes som \(encoding) och kan "
        + "vara fel överallt: jämför några namn med källan, spara listan som UTF-8 där den är rätt och importera den igen."
    )
  }

  /// - Parameter places: the first rows: `1, 2 …`.
  static func damaged(rows: Int, places: String) -> Text {
    Text(
      en:
        "\(rows.counted("row")) (\(places)) \(rows == 1 ? "holds" : "hold") text that was damaged before it came here, such as "
        + "“Ã¥” for “å” or “�”. It was taken as it stands. Export the list again as UTF-8 from where it is right, or correct the "
        + "texts in that system and import it again.",
      sv:
        "\(rows.counted("rad", "rader")) (\(places)) innehåller text som var skadad redan innan, till exempel ”Ã¥” i stället "
        + "för ”å” eller ”�”. Den togs med som den står. Exportera listan igen som UTF-8 från ett ställe där den är rätt, eller "
        + "rätta texterna i det systemet, och importera igen.")
  }

  static func lostLetters(rows: Int, places: String, count: Int) -> Text {
    Text(
      en:
        "\(rows.counted("row")) (\(places)) \(rows == 1 ? "holds" : "hold") question marks inside words, \(count) in all, such as "
        + "“V?stra” for “Västra”: letters that were lost before the list came here. They were taken as they stand. Export the "
        + "list again as UTF-8 from where it is right, and import it again.",
      sv:
        "\(rows.counted("rad", "rader")) (\(places)) har frågetecken inne i ord, sammanlagt \(count), till exempel ”V?stra” i "
        + "stället för ”Västra”: bokstäver som försvann redan innan. De togs med som de står. Exportera listan igen som UTF-8 "
        + "från ett ställe där den är rätt och importera den igen.")
  }

  static func sevenBit(rows: Int, places: String, count: Int) -> Text {
    Text(
      en:
        "\(rows.counted("row")) (\(places)) \(rows == 1 ? "holds" : "hold") letters that look like UTF-7, \(count) in all, such as "
        + "“+APY-” for “ö”. They were taken as they stand. Export the list again as UTF-8, or open it in a program that reads "
        + "UTF-7, save it as UTF-8, and import that.",
      sv:
        "\(rows.counted("rad", "rader")) (\(places)) har bokstäver som ser ut som UTF-7, sammanlagt \(count), till exempel "
        + "”+APY-” i stället för ”ö”. De togs med som de står. Exportera listan igen som UTF-8, eller öppna den i ett program "
        + "som läser UTF-7, spara den som UTF-8 och importera den filen.")
  }
}
