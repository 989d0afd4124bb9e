import CustomerModel
import Testing

@testable import CompanyLookup

@Suite struct LookupFailureTests {
  @Test(
    arguments: [
      (
        .busy("it says X"), .unavailable, "lookup.busy",
        "VIES has too many requests for now: it says X. Try again in a while."
      ),
      (
        .unavailable("it says X"), .unavailable, "lookup.unavailable",
        "VIES does not answer for now: it says X. Try again in a while."
      ),
      (
        .refused("it says X"), .unavailable, "lookup.refused",
        "VIES gave no answer that can be used: it says X. See “lookup” in the configuration."
      ),
      (
        .personal, .usage, "lookup.personal",
        "That is a person's number, which is not sent to VIES. Give a company's organisation number."
      ),
    ] as [(LookupFailure, KundregError.Status, String, String)])
  func becomesASentenceWithARemedy(failure: LookupFailure, status: KundregError.Status, code: String, text: String) {
    #expect(failure.error(directory: "VIES") == KundregError(status, code: code, text))
  }
}
