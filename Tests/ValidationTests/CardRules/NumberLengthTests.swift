import CustomerModel
import Testing
import Validation

@Suite struct NumberLengthTests {
  private static let limited = context {
    $0.settings[.numberMinimumLength] = 3
    $0.settings[.numberMaximumLength] = 5
  }

  @Test(
    "new numbers keep within the limits, counted in characters",
    arguments: [("12", false), ("123", true), ("åäö", true), ("ÅÄÖåä", true), ("123456", false)])
  func limits(number: String, passes: Bool) throws {
    #expect(try cardCodes(["number": number], Self.limited) == (passes ? [] : ["number.length"]))
  }

  @Test("without limits of its own the register takes 1 to 50 characters")
  func defaults() throws {
    #expect(try cardCodes(["number": String(repeating: "1", count: 50)]).isEmpty)
    #expect(try cardCodes(["number": String(repeating: "1", count: 51)]) == ["number.length"])
  }

  @Test("an old number is warned of, a changed one refused")
  func oldNumbers() throws {
    let validator = try Validator(context: Self.limited, columns: [], headers: [])
    let old = card(["number": "12", "name": "A"])
    #expect(validator.validate(card: old, existing: old).map(\.severity) == [.warn])
    let changed = card(["number": "1", "name": "A"])
    #expect(validator.validate(card: changed, existing: old).map(\.severity) == [.reject])
  }

  @Test("the message names the limits")
  func message() throws {
    let problems = try Validator(context: Self.limited, columns: [], headers: [])
      .validate(card: card(["number": "1", "name": "A"]), existing: nil)
    #expect(
      problems.first?.text
        == told(
          "number.length", of: "number", header: FieldPath(.number).label, settings: Self.limited.settings,
          mark: "short"))
    #expect(problems.first?.message.contains("3 to 5") == true)
  }
}
