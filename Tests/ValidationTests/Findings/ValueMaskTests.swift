import CustomerModel
import Testing
import Validation

/// Values as reports show them.
@Suite struct ValueMaskTests {
  @Test(
    "the elements of a list stand with commas between them",
    arguments: [("a\u{1F}b\u{1F}", "a, b"), ("a\u{1F}", "a"), ("\u{1F}", ""), ("a\u{1F}\u{1F}b\u{1F}", "a, , b")])
  func list(value: String, shown: String) { #expect(ValueMask.shown(value, of: nil) == shown) }

  @Test("each person of a list is masked, and what is no list keeps its pictures")
  func others() {
    #expect(
      ValueMask.shown("19121212-1212\u{1F}19121212-1212\u{1F}", of: .named("coApplicants"))
        == "19121212-****, 19121212-****")
    #expect(ValueMask.shown("a\u{1F}b", of: nil) == "a␟b")
    #expect(ValueMask.shown("a\u{7}b", of: nil) == "a␇b")
  }
}
