import Testing

@testable import Configuration

@Suite struct EditDistanceTests {
  @Test(arguments: [("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("åäö", "aao", 3), ("email", "emial", 2)])
  func countsLetters(a: String, b: String, expected: Int) {
    #expect(EditDistance.distance(a, b) == expected)
    #expect(EditDistance.distance(b, a) == expected)
  }

  @Test func onlyANearWordIsMeant() {
    let words = ["baseURL", "tokenURL", "conflicts"]
    #expect(EditDistance.nearest(to: "baseurl", among: words) == "baseURL")
    #expect(EditDistance.nearest(to: "conflict", among: words) == "conflicts")
    #expect(EditDistance.nearest(to: "password", among: words) == nil)
    #expect(EditDistance.nearest(to: "xy", among: ["ab"]) == nil)
    #expect(EditDistance.nearest(to: "x", among: [String]()) == nil)
  }
}
