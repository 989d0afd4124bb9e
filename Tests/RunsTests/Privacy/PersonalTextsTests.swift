import CustomerModel
import Testing
import Texts

@testable import Runs

/// What a report keeps of a person goes in both of its languages.
@Suite struct PersonalTextsTests {
  private let eva = PersonalTexts([(FieldPath(.customerName), "Eva Ek")])

  @Test func aSentenceThatInflectsTheNameGoesWithItsTwin() {
    let report = Text(
      en: #"{"notes":["The phone of Eva Ek is kept.","Other"],"findings":[{"message":"Eva Ek"}]}"#,
      sv: #"{"notes":["Eva Eks telefon behålls.","Annat"],"findings":[{"message":"Eva Eks"}]}"#)
    #expect(
      eva.scrubbed(report: report, rows: [])
        == Text(
          en: #"{"notes":["(forgotten)","Other"],"findings":[{"message":"(forgotten)"}]}"#,
          sv: #"{"notes":["(forgotten)","Annat"],"findings":[{"message":"(forgotten)"}]}"#))
    let swedishOnly = Text(en: #"{"notes":["Eva Eks","Other"]}"#, sv: #"{"notes":["Eva Ek","Annat"]}"#)
    #expect(
      eva.scrubbed(report: swedishOnly, rows: [])
        == Text(en: #"{"notes":["(forgotten)","Other"]}"#, sv: #"{"notes":["(forgotten)","Annat"]}"#))
  }

  @Test func whatMentionsNobodyStays() {
    #expect(eva.scrubbed(report: Text(en: #"["Eva"]"#, sv: #"["Eva Ekman"]"#), rows: []) == nil)
  }

  @Test func reportsOfDifferentShapesAreScrubbedEachByItself() {
    let report = Text(en: #"{"a":["Eva Ek"],"b":"So"}"#, sv: #"{"a":["Så","Eva Ek"]}"#)
    #expect(
      eva.scrubbed(report: report, rows: [])
        == Text(en: #"{"a":["(forgotten)"],"b":"So"}"#, sv: #"{"a":["Så","(forgotten)"]}"#))
  }

  @Test func aLanguageThatCannotBeReadKeepsNotTheOther() {
    let report = Text(en: #"["Eva Ek"]"#, sv: "[")
    #expect(eva.scrubbed(report: report, rows: []) == Text(en: #"["(forgotten)"]"#, sv: "["))
  }
}
