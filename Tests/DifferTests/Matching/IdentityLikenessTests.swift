import Differ
import Testing

@Suite struct IdentityLikenessTests {
  @Test("the century of a Swedish number is no part of it, all of another country's is")
  func key() {
    #expect(IdentityLikeness.key("19121212-1212") == IdentityLikeness.key("20121212-1212"))
    #expect(IdentityLikeness.key("556677-8899") != IdentityLikeness.key("556677-8898"))
    #expect(IdentityLikeness.key("12 345 678 901") != IdentityLikeness.key("99 345 678 901"))
    #expect(IdentityLikeness.key("5566778899") == IdentityLikeness.key("556677-8899"))
    #expect(IdentityLikeness.key("345678901234") != IdentityLikeness.key("995678901234"))
    #expect(IdentityLikeness.key("1 2345678901") != IdentityLikeness.key("2 2345678901"))
  }
}
