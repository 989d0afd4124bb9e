import CustomerModel
import Rows
import Testing

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
    #expect(
      batch.problems.map(\.problem.message) == [
        "“serviceArticles”: the VAT percent of article A is stored, but lists hide it until the setting "
          + "“vatPerArticleRow” is on."
      ])
    #expect(!batch[column: 0, row: 0].isAbsent)
  }
}
