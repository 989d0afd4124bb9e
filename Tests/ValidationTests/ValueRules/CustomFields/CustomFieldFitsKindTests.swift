import CustomerModel
import Testing
import Validation

@Suite struct CustomFieldFitsKindTests {
  private static func defined(_ kind: CustomFieldDefinition.Kind) -> ValidationContext {
    context {
      $0.customFields = [CustomFieldDefinition(name: "F", kind: kind, choices: kind == .choice ? ["A", "Ö"] : [])]
    }
  }

  @Test(
    "a value of its kind passes",
    arguments: [
      (.text, "vad som helst"), (.number, "0"), (.number, "-3.5"), (.number, "123456789012345678901234567890"),
      (.date, "2024-02-29"), (.date, "1899-12-31"), (.boolean, "1"), (.choice, "Ö"),
    ] as [(CustomFieldDefinition.Kind, String)])
  func fits(kind: CustomFieldDefinition.Kind, value: String) throws {
    #expect(try codes("customFields.F", value, Self.defined(kind)).isEmpty)
  }

  @Test(
    "any other is refused by the code of the kind",
    arguments: [
      (.number, "3,5"), (.number, "3.50"), (.number, "12 st"), (.number, "--1"), (.date, "2023-02-29"),
      (.date, "24-02-29"), (.date, "2024/02/29"), (.date, "2024-13-01"), (.date, "2024-00-10"), (.date, "202a-01-01"),
      (.boolean, "ja"), (.choice, "ö"), (.choice, "AÖ"),
    ] as [(CustomFieldDefinition.Kind, String)])
  func misfits(kind: CustomFieldDefinition.Kind, value: String) throws {
    #expect(try codes("customFields.F", value, Self.defined(kind)) == ["customField.\(kind.rawValue)"])
  }
}
