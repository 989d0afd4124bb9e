package import CustomerModel
package import RegisterStore
package import Texts
package import Validation

/// The readable account of an import: what the input was, what happened to its rows, and what a person should look at.
package struct ImportReport: Sendable {
  /// What the input was read as, in words: `CSV, ; between cells, WINDOWS-1252`.
  package var format = Text(verbatim: "")
  /// The sheet that was read, or the first of several; nil for a text or JSON file.
  package var sheet: String?
  /// The sheets that were read, where those are several.
  package var sheets: [String] = []
  /// Filled sheets that were not read.
  package var unreadSheets: [UnreadSheet] = []
  package var mapping = ""
  /// Columns that no field takes, by name.
  package var unmappedColumns: [String] = []
  /// Columns whose cells prove what they are, and that no field takes, or not those of the customers that are there: somebody should look.
  package var provenColumns: [String] = []
  /// Columns that were left out since none of their cells holds a word of the field that their heading means: somebody should look.
  package var unknownWordColumns: [String] = []
  /// Names added to the register's lists.
  package var addedReferences: [ReferenceKind: [String]] = [:]
  /// Custom fields added to the register.
  package var addedDefinitions: [CustomFieldDefinition] = []
  /// Their names.
  package var addedCustomFields: [String] { addedDefinitions.map(\.name) }
  /// What was found wrong, counted by rule with the first few examples.
  package var problems: ProblemSummary
  /// Findings on whole columns, such as a field that a setting hides.
  package var columnNotices: [Problem] = []
  /// What became of the files of records that went with the input.
  package var with: [RecordFileReport] = []
  /// Contents of documents that were stored, and documents without content; nil where nobody looked.
  package var documents: (stored: Int, missing: Int)?
  /// How many new customers without a type have a personal number and became companies.
  package var personsTakenAsCompanies = 0
  /// False for a file without a column of names.
  package var hasNames = true
  /// False for a file without columns of contact persons. Of an account that was kept nobody knows it any more.
  package var hasContacts = true
  /// Rows that are no customers, and are not counted.
  package var passedOver = PassedOverRows()
  /// Other things to know.
  package var notes: [Text] = []

  /// What can be done about what is told, once for the whole input; each door words it.
  package var remedies: [Remedy] { personsTakenAsCompanies > 0 ? [.typeByIdentity] : [] }

  init(headers: [String]) { problems = ProblemSummary(headers: headers) }
}

/// What became of one file of records. Its rows are counted among the run's, too.
package struct RecordFileReport: Sendable {
  package let source: String
  package let target: RecordTarget
  package let counts: RunRecord.Counts
  package let rejects: String?
  package let report: ImportReport
}
