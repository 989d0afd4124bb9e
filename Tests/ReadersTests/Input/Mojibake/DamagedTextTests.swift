import CustomerModel
import Foundation
import Rows
import TestSupport
import Testing
import Texts

@testable import Readers

/// Text that some program damaged before it came here.
@Suite struct DamagedTextTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// The notes after a full pass.
  private func notes(_ path: String) throws -> [Text] {
    let source = try InputOpener.open(path: path)
    _ = try readRows(source)
    return source.notes(ofTable: 0)
  }

  @Test(arguments: [
    "Ã…kes Kyl", "VÃ¤stra RÃ¶r", "Ã–rsund", "Ã„lvs", "CafÃ©", "MÃ¼ller", "10Â\u{A0}000", "20 Â°C", "El â€“ VVS",
    "â€œKalleâ€\u{9D}",
    "100 â‚¬", "Ã\u{85}kes", "â\u{80}\u{93}", "R\u{FFFD}r", "├Ñkes", "√Ökes", "ÃƒÂ¥",
    "MiloÅ¡ Zeman", "Å‚ukasz", "GdaÅ„sk", "ÄŒapek", "Ä\u{8D}ern", "PÅ™emysl", "DvorÄ\u{81}k", "Bj”rn", "Ume†", "V„stra",
    "™rebro", "Caf‚", "V‰stra", "V‰xjˆ", "≈kes", "┼kes", "─lvs", "100 â\u{82}¬",
    "R÷r", "Bj÷rn", "Rˆr", "HÂkans", "ƒlvs", "Vƒstra",
    "Ĺkes", "Bĺstad", "Hĺkan", "Umeĺ", "VÅSTERĹS", "Võstra", "Võxjö", "Gõvle", "Trõdgårdar", "HÕkan", "UmeÕ", "PÕl",
    "VĂ¤stra", "HĂĄkan", "Ă–rsund", "VĆ¤stra", "VΓ¤stra", "VГ¤stra", "VΣstra", "Hσkan", "Vδstra", "Vдstra", "Цrebro",
    "MiloĹˇ", "Wa³êsa", "Ko¿uch", "Kalniòð", "ðalis", "Èâàíîâ Ïåòð",
  ])
  func damageIsNoticedInEveryFormat(text: String) throws {
    let csv = try folder.write("Nr;Namn\n1;Åre\n2;\(text)\n3;Örsund\n", to: "k.csv")
    let json = try folder.write(#"[{"nr": "1", "namn": "Åre"}, {"nr": "2", "namn": "\#(text)"}]"#, to: "k.json")
    for (path, place) in [(csv, "3"), (json, "2")] {
      #expect(try notes(path) == [EncodingTexts.damaged(rows: 1, places: place)])
    }
    #expect(try readRows(InputOpener.open(path: csv))[2] == ReadRow(3, ["2", text]))
  }

  /// `õ` is Estonian's unless the list shows that it is ä.
  @Test func whatMayBeDamagedCountsBesideWhatIs() throws {
    let path = try folder.write("Nr;Namn\n1;Võrk\n2;Põhja\n3;Bj÷rn\n4;Lund\n", to: "k.csv")
    #expect(try notes(path) == [EncodingTexts.damaged(rows: 3, places: "2, 3, 4")])
    let estonian = try folder.write("Nr;Namn\n1;Võrk\n2;Põhja\n3;Ã¥\n", to: "e.csv")
    #expect(try notes(estonian) == [EncodingTexts.damaged(rows: 1, places: "4")])
  }

  @Test func aWorkbookIsLookedAtLikeOthers() throws {
    let cell = { (text: String) in "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
    let rows = ["Namn", "Åre", "Ã–rsund"].enumerated().map { "<row r=\"\($0.offset + 1)\">\(cell($0.element))</row>" }
    let path = try RawWorkbook(sheetData: rows.joined()).write(to: folder)
    #expect(try notes(path) == [EncodingTexts.damaged(rows: 1, places: "3")])
  }

  @Test(arguments: [
    "Ãlvaro", "Café Â", "São Paulo", "SÃO", "IRMÃ; Â", "Æble", "ﬁn", "Å–Ä", "Ö…", "Â", "Ã", "├──", "√2",
    "château – Älv", "€ 100",
    "Bâle", "“Kalle”", "Ã\nÅ", "á â ã",
    "„Bo” AB", "”Kalle”s El", "“Bo”", "Anna Berg †", "† 2020", "ÄLÅ™", "Brand™ AB", "Kalle™s", "Ä…", "NÄ’s", "Å“",
    "JOŽICA",
    "Žižka", "Miloš", "Łukasz", "Čapek", "Å, Ä", "5‰", "≈5", "── Kund", "┼", "──kund", "Vad?", "Vem? Ja", "Å, Ä", "ÅÄÖ",
    "BJÖRKÅ Ävja", "10 Å²", "‚Bo‘", "4÷2", "10 ÷ 2", "ROMÂNIA", "TÂRGU", "Ârles", "ƒ100", "ƒ", "ˆ", "Æsir", "A÷",
    "Võru", "Põhja", "Tõnu Kõiv", "Jõgeva", "Õnne", "PÕLVA", "Rõõm", "Bõstrov", "Simões", "Conceições", "Võ Văn Dõng",
    "Łódź", "Győr", "Dvořák", "Jānis Bērziņš", "Šķēle", "Ćosić", "PETROVIĆ–BERG", "Ăla", "Stĺpik", "kĺb",
    "Sigurður Víðir",
    "Guðrún", "10 m³ vatten", "m³h", "cm³/h", "¿Qué?", "5 kΩ", "μm", "Ωmega AB", "Иванов", "Αθήνα", "Я", "Toys Я Us",
    "Þór", "Núñez", "naïve", "Noël", "Ýr",
  ])
  func whatOnlyLooksLikeDamageIsNot(text: String) throws {
    let path = try folder.write("Nr;Namn\n1;\(text)\n", to: "k.csv")
    #expect(try notes(path).isEmpty)
  }

  @Test func lettersThatBecameQuestionMarksAreCounted() throws {
    let path = try folder.write(
      "Nr;Namn;Ort\n1;?kes Kyl;V?xj?\n2;V?stra R?r AB;?mål\n3;Vad?;Lund\n4;http://a.se/?sida;a?b=c\n", to: "k.csv")
    #expect(try notes(path) == [EncodingTexts.lostLetters(rows: 2, places: "2, 3", count: 5)])
  }

  @Test func oneQuestionMarkAloneIsNotRemarkedOn() throws {
    #expect(try notes(folder.write("Nr;Namn\n1;Vad?inget\n", to: "k.csv")).isEmpty)
  }

  @Test func oneNoteCountsAllRows() throws {
    let rows = (1...3000).map { "\($0);\($0 % 3 == 0 ? "Ã–rsund" : "Örsund")\n" }
    let path = try folder.write("Nr;Ort\n" + rows.joined(), to: "k.csv")
    #expect(try notes(path) == [EncodingTexts.damaged(rows: 1000, places: "4, 7, 10, 13, 16 …")])
  }

  /// Wherever the pair stands, over the borders of what is looked at together.
  @Test func damageIsFoundAtEveryPlace() throws {
    for place in 0..<140 {
      let text = String(repeating: "a", count: place) + "Ã¥" + String(repeating: "b", count: 70)
      let path = try folder.write("Nr;Namn\n1;\(text)\n", to: "k.csv")
      #expect(try notes(path).count == 1, "after \(place) letters")
    }
  }

  @Test(arguments: ["Å¡", "Ä\u{8D}", "r”b"])
  func signsInsideWordsAreFoundAtEveryPlace(sign: String) throws {
    for place in 0..<70 {
      let text = String(repeating: "a", count: place) + sign + String(repeating: "b", count: 70)
      #expect(try notes(folder.write("Nr;Namn\n1;\(text)\n", to: "k.csv")).count == 1, "after \(place) letters")
    }
  }

  @Test func aRowThatIsRejectedForItsBytesIsNotCounted() throws {
    let bytes = Array("Nr;Namn\n1;Åre\n2;Älv\n3;a".utf8) + [0xFF, 0x0A]
    #expect(try notes(folder.write(bytes, to: "k.csv")).isEmpty)
  }
}
