import Differ
import Documents
import Testing
import Texts

@testable import Runs

@Suite struct ForgottenTextsTests {
  @Test func theKeptWordIsToldInEachLanguage() {
    #expect(ForgottenTexts.told("(forgotten)") == Text(en: "(forgotten)", sv: "(raderat)"))
    for other in ["forgotten", "(forgotten) AB", "", "(raderat)"] {
      #expect(ForgottenTexts.told(other) == Text(verbatim: other))
    }
  }

  @Test func whoIsGoneForGoodIsToldWithoutANumber() {
    func told(_ number: String, _ action: CustomerChange.Action) -> Text {
      ShownChange(CustomerChange(number: number, action: action, fields: [])).toldNumber
    }
    #expect(told("", .delete) == Text(en: "(forgotten)", sv: "(raderat)"))
    #expect(told("1001", .delete) == Text(verbatim: "1001"))
    // A customer who gets a number only when the import is done.
    #expect(told("", .create) == Text(verbatim: ""))
  }

  @Test func sentencesOfKeptReportsAreToldWithIt() {
    let english = JSONNode.object([
      .init(key: "gone", value: .text("(forgotten)")), .init(key: "left", value: .text("Other")),
    ])
    let swedish = JSONNode.object([
      .init(key: "gone", value: .text("(forgotten)")), .init(key: "left", value: .text("Annat")),
    ])
    let node = BilingualNode(english, swedish)
    #expect(node["gone"]?.text == Text(en: "(forgotten)", sv: "(raderat)"))
    #expect(node["left"]?.text == Text(en: "Other", sv: "Annat"))
    #expect(node["gone"]?.word == "(forgotten)")
  }
}
