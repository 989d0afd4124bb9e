import Testing

@testable import Understanding

@Suite struct WordBookTests {
  private func book(_ words: String) throws -> WordBook {
    var book = WordBook()
    book.add(try WordFile(json: Array("{\"words\": \(words)}".utf8), origin: "words"))
    return book
  }

  @Test func mistypedWordIsMendedOnlyWhereOneMeaningIsNear() throws {
    let book = try book(#"{"city": {"sv": ["postort"]}, "street": {"sv": ["gatan"]}, "comments": {"sv": ["satan"]}}"#)
    #expect(book.nearest(to: "postrot") == "postort")
    #expect(book.nearest(to: "gatann") == "gatan")
    #expect(book.nearest(to: "gtan") == nil)
    #expect(book.nearest(to: "gatxn") == "gatan")
  }

  @Test func wordBetweenTwoMeaningsIsLeft() throws {
    let book = try book(#"{"city": {"sv": ["bortan"]}, "street": {"sv": ["bertan"]}}"#)
    #expect(book.nearest(to: "bartan") == nil)
  }

  @Test func wordCutShortIsCompletedWhereAllThatBeginSoMeanTheSame() throws {
    let book = try book(
      #"{"comments": {"sv": ["anteckning", "anteckningar"]}, "phone": {"sv": ["telefon"]}, "none": {"sv": ["telefax"]}}"#
    )
    #expect(book.completed("anteckn") == "anteckning")
    #expect(book.completed("tele") == nil)
    #expect(book.completed("ant") == nil)
  }
}
