import Documents
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("åäö", "aao", 3), ("email", "emial", 1), ("ca", "abc", 3),
    ("Name", "name", 1),
  ])
  func countsLettersAndSwapsOfNeighbours(a: String, b: String, expected: Int) {
    #expect(NearestName.distance(a, b) == expected)
    #expect(NearestName.distance(b, a) == expected)
  }

  @Test func onlyANearWordIsMeant() {
    let words = ["baseURL", "tokenURL", "conflicts"]
    #expect(NearestName.find("baseurl", among: words) == "baseURL")
    #expect(NearestName.find("conflict", among: words) == "conflicts")
    #expect(NearestName.find("password", among: words) == nil)
    #expect(NearestName.find("xy", among: ["ab"]) == nil)
    #expect(NearestName.find("x", among: [String]()) == nil)
  }

  @Test func atMostAThirdOfTheLettersMayDiffer() {
    #expect(NearestName.find("ämne", among: ["ämnen"]) == "ämnen")
    #expect(NearestName.find("nmn", among: ["namnet"]) == nil)
    #expect(NearestName.find("kundnr", among: ["kundnumr"]) == "kundnumr")
    #expect(NearestName.find("kundnr", among: ["kundnummer"]) == nil)
    #expect(NearestName.find("x", among: ["y"]) == nil, "not a letter is the same")
  }

  @Test func theNearestIsMeantAndOfEqualsTheFirst() {
    #expect(NearestName.find("adress", among: ["address2", "address", "adressen"]) == "address")
    #expect(NearestName.find("fast", among: ["last", "cast"]) == "last")
  }
}
