import CustomerModel
import Testing
import Texts

@testable import CompanyLookup

@Suite struct LookupFailureTests {
  private static let why = DirectoryTexts.says("X")

  @Test(
    arguments: [
      (.busy(why), .lookupBusy), (.unavailable(why), .lookupUnavailable), (.refused(why), .lookupRefused),
      (.personal, .lookupPersonal),
    ] as [(LookupFailure, ErrorCode)])
  func becomesAnErrorOfItsOwnCode(failure: LookupFailure, code: ErrorCode) {
    let error = failure.error(directory: "VIES")
    #expect(error.code == code.name)
    #expect(error.status == code.status)
    #expect(error.text.english.contains("VIES") && error.text.swedish.contains("VIES"))
  }
}
