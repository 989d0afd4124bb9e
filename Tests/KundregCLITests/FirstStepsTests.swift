import Testing

/// Who types only `kundreg` is told what to type next.
@Suite struct FirstStepsTests {
  @Test func withoutARegisterItBeginsWithCreatingOne() throws {
    let place = try Workplace(hasRegister: false)
    let told = try place.expect(0).stdout
    #expect(told.contains("kundreg init"))
    #expect(told.contains("kundreg import LIST --dry-run"))
    #expect(!place.exists("kundreg.db"))
  }

  @Test func withARegisterItIsNamedAndNotCreatedAgain() throws {
    let place = try Workplace()
    let told = try place.expect(0).stdout
    #expect(!told.contains("kundreg init"))
    #expect(told.contains("kundreg.db"))
  }

  @Test func itSpeaksTheLanguageOfTheConfiguration() throws {
    let place = try Workplace(hasRegister: false)
    try place.write(#"{"language": "sv"}"#, to: "config.json")
    #expect(try place.expect(0).stdout.contains("kundreg import LISTA --dry-run"))
  }

  @Test func whatIsNoCommandIsStillAMistake() throws {
    let outcome = try Program.run(["importera"], in: "/")
    #expect(outcome.status == 64)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.contains("importera"))
  }
}
