import Rows
import TestSupport
import Testing
import Texts

@testable import Readers

/// Letters in UTF-7 are taken as they stand, and never without a word.
@Suite struct SevenBitTextTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func notes(_ text: String) throws -> [Text] {
    let source = try InputOpener.open(path: folder.write(text, to: "k.csv"), options: ReadingOptions())
    var reader = try source.rows(ofTable: 0)
    var batch = RowBatch()
    while try reader.read(into: &batch, maximumRows: 2) {}
    return source.notes(ofTable: 0)
  }

  @Test("rows and letters are counted, and the first rows named")
  func counted() throws {
    let notes = try notes(
      "Nr;Namn;Ort\n1;+AMU-kes Bygg;Malm+APY-\n2;Ek;Lund\n3;Sm+AOU-bolag;Lule+AOU\n4;Al;+AMUA5A-l\n")
    #expect(notes == [EncodingTexts.sevenBit(rows: 3, places: "2, 4, 5", count: 5)])
  }

  @Test(
    "what only looks like it is not told, nor a single one",
    arguments: [
      "A+B-C", "+46-70 123 45 67", "+46 8-465 004 01", "anna+ab-c@exempel.se", "anna+AMA+b@exempel.se", "C++-kurs",
      "1+1-2", "+A-", "+APX-x",
      "VVS+AB-gruppen", "Bygg+Allt-i-ett", "+ADA-kunder", "Rot+Avdrag-s", "+APcA1w-a", "8+APY-9", "A+AAAA-b", "+APYA-x",
      "Bygg+ANA-gruppen", "IT+APA-x",
    ])
  func others(text: String) throws {
    #expect(try notes("Nr;Namn;Ort\n1;\(text);\(text)\n2;\(text);x\n") == [])
    #expect(try notes("Nr;Namn\n1;Malm+APY-\n2;Ek\n") == [])
  }

  @Test("damaged text beside it has its own note")
  func both() throws {
    let notes = try notes("Nr;Namn\n1;Malm+APY- +AMU-kes\n2;Ã¥kes\n")
    #expect(
      notes == [
        EncodingTexts.damaged(rows: 1, places: "3"), EncodingTexts.sevenBit(rows: 1, places: "2", count: 2),
      ])
  }
}
