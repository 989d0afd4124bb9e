import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct ArticleVATIsShownTests {
  private static let list = #"[{"number":"A","vatPercent":6},{"number":"B"}]"#

  @Test("a VAT percent that lists hide is told of", arguments: ["serviceArticles", "workOrderArticles"])
  func hidden(field: String) throws {
    #expect(try codes(field, Self.list) == ["article.vatHidden"])
    #expect(try codes(field, Self.list, on(.vatPerArticleRow)) == [])
    #expect(try codes(field, #"[{"number":"B"}]"#) == [])
  }

  @Test func theMessageNamesTheArticleAndTheSettingAndTheValueStays() throws {
    let batch = try validated(TestTable(fields: ["serviceArticles"], rows: [[Self.list]]))
    let article = RuleTexts.record(.article, "A")
    #expect(
      batch.problems.map(\.problem.text) == [
        told("article.vatHidden", of: "serviceArticles", detail: article, severity: .warn)
      ])
    #expect(batch.problems.first?.problem.message.contains("vatPerArticleRow") == true)
    #expect(!batch[column: 0, row: 0].isAbsent)
  }
}
