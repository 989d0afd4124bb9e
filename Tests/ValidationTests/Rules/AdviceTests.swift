import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

/// Sentences are true where they appear: what they advise can be done with a text, a workbook, JSON, a command, a record.
@Suite struct AdviceTests {
  private static let settings = RegisterSettings()

  private func sentence(
    _ info: RuleInfo, _ origin: ValueOrigin, severity: Severity = .reject, hasColumn: Bool = true,
    path: FieldPath? = nil
  ) -> String {
    text(info, origin, severity: severity, hasColumn: hasColumn, path: path).english
  }

  private func text(
    _ info: RuleInfo, _ origin: ValueOrigin, severity: Severity = .reject, hasColumn: Bool = true,
    path: FieldPath? = nil
  ) -> Text {
    info.text(
      RulePlace(
        header: Text(verbatim: "Kolumn"), path: path, settings: Self.settings, mark: "short",
        detail: Text(verbatim: "Detalj."), origin: origin, severity: severity, hasColumn: hasColumn))
  }

  /// A text alone can have them.
  private static let onlyOfTexts: Set<String> = ["row.unterminatedQuote"]

  @Test("nothing but a text is said to have delimiters, quotation marks or an encoding")
  func delimiters() {
    for info in RuleCatalogue.all where !Self.onlyOfTexts.contains(info.code) {
      for origin in ValueOrigin.allCases where origin != .text {
        let text = sentence(info, origin)
        for word in ["delimiter", "never closed", "Save the file as UTF-8", "name its encoding"] {
          #expect(!text.contains(word), "\(info.code) \(origin): \(text)")
        }
      }
    }
  }

  @Test("every sentence is told in both languages, each with its own words and quotation marks")
  func languages() {
    for info in RuleCatalogue.all {
      for origin in ValueOrigin.allCases {
        for severity in info.allowed where severity != .off {
          for hasColumn in [true, false] {
            let text = text(info, origin, severity: severity, hasColumn: hasColumn)
            #expect(text.english.hasSuffix(".") && text.swedish.hasSuffix("."), "\(info.code): \(text)")
            #expect(text.swedish != text.english || text.english == "“Kolumn”: Detalj.", "\(info.code): \(text)")
            #expect(!text.swedish.contains("“"), "\(info.code): \(text.swedish)")
            #expect(!text.english.contains("””"), "\(info.code): \(text.english)")
            let isOfMapping = text.swedish.contains("mappning")
            #expect(isOfMapping == text.english.contains("mapping"), "\(info.code) \(origin): \(text)")
          }
        }
      }
    }
  }

  @Test("no sentence about rows and cards names a command or an option")
  func commands() {
    for info in RuleCatalogue.all {
      for origin in ValueOrigin.allCases {
        let text = text(info, origin)
        for language in Language.allCases {
          #expect(!text[language].contains("kundreg ") && !text[language].contains(" --"), "\(info.code): \(text)")
        }
      }
    }
  }

  @Test("no command and no accounting system is told to format a column as text")
  func columns() {
    for info in [
      NumberLength.infos, NameIsGiven.infos, ChoiceIsKnown.infos, BooleanIsYesOrNo.infos, CustomFieldIsDefined.infos,
    ]
    .flatMap({ $0 }) {
      for origin in [ValueOrigin.command, .system] {
        let text = sentence(info, origin)
        #expect(!text.contains("format the column"), "\(info.code): \(text)")
        #expect(!text.contains("in the row"), "\(info.code): \(text)")
        if origin == .command { #expect(!text.contains("mapping"), "\(info.code): \(text)") }
      }
    }
  }

  @Test("no value is said to be kept when its row is rejected")
  func kept() {
    for info in RuleCatalogue.all where info.allowed.contains(.reject) && info.allowed.count > 1 {
      for origin in ValueOrigin.allCases {
        let text = sentence(info, origin, severity: .reject)
        for word in ["is kept", "are kept", "is stored"] {
          #expect(!text.contains(word), "\(info.code) \(origin): \(text)")
        }
      }
    }
  }

  @Test(
    "each source's sentence of rows that could not be read",
    arguments: [
      (
        RowFault.tooLarge, ValueOrigin.text,
        "Look for a very long text and shorten it, or for line breaks between rows that are missing."
      ),
      (.tooLarge, .workbook, "Look for a very long text, and shorten it."),
      (.tooLarge, .json, "Look for a very long text, and shorten it."),
      (.invalidEncoding, .json, "Mend it in the program that it came from, and export the file again."),
    ])
  func faults(fault: RowFault, origin: ValueOrigin, end: String) throws {
    let table = TestTable(fields: ["number"], rows: [["1"]])
    var batch = table.batch
    batch.rows.rows[0].fault = fault
    try Validator(context: context { $0.origin = origin }, columns: batch.columns, headers: table.fields).validate(
      &batch)
    #expect(batch.problems.first?.problem.message.hasSuffix(end) == true)
  }

  @Test("a name is missing in a cell, in the whole file, in a command or in a record")
  func names() throws {
    func message(_ fields: [String], _ origin: ValueOrigin) throws -> String {
      let table = TestTable(fields: fields, rows: [fields.map { $0 == "name" ? "" : "1001" }])
      return try validated(table, context { $0.origin = origin }).provisional.first {
        $0.problem.code == "name.missing"
      }?
      .problem.message ?? ""
    }
    #expect(try message(["number", "name"], .workbook).hasPrefix("“name” holds no name"))
    #expect(try message(["number"], .workbook).hasPrefix("No column was taken for the name"))
    #expect(try message(["number"], .text).contains("in the mapping"))
    #expect(try message(["number"], .command) == "A customer must have a name: give it in the field name.")
    #expect(try message(["number", "name"], .system).hasPrefix("The record has no name"))
  }

  @Test("a number that is too long has lost no zeros")
  func numberLength() throws {
    func message(_ number: String, _ origin: ValueOrigin) throws -> String {
      let context = context {
        $0.settings[.numberMinimumLength] = 3
        $0.settings[.numberMaximumLength] = 5
        $0.origin = origin
      }
      return try validated(TestTable(fields: ["number", "name"], rows: [[number, "A"]]), context).provisional.first?
        .problem
        .message ?? ""
    }
    #expect(try message("12", .workbook).contains("Leading zeros lost in a spreadsheet"))
    #expect(try message("123456", .workbook).hasSuffix("Shorten it, or change the limit."))
    #expect(try message("12", .json).hasSuffix("Write it in full."))
  }

  @Test("a doubted value is kept only where its row is")
  func remedies() throws {
    func message(_ severity: Severity) throws -> String {
      let context = context { $0.severities = ["email.shape": severity] }
      return try validated(TestTable(fields: ["email"], rows: [["fel"]]), context).problems.first?.problem.message ?? ""
    }
    #expect(try message(.warn).hasSuffix("It is kept. Correct it, so that mail arrives."))
    #expect(try message(.reject).hasSuffix("address. Correct it, so that mail arrives."))
  }

  @Test("headings are shown on one line")
  func headings() throws {
    let column = RecordColumn(path: FieldPath("email")!, sources: [0], header: " E-post\r\n(faktura)\t")
    var batch = RecordBatch(rows: TestTable(fields: ["email"], rows: [["fel"]]).batch.rows, columns: [column])
    batch[column: 0, row: 0] = .init(start: 0, length: 3)
    try Validator(context: context(), columns: [column], headers: [column.header]).validate(&batch)
    #expect(batch.problems.first?.problem.message.hasPrefix("“E-post (faktura)” ") == true)
  }
}
