/// How much of what was found a person is shown: the one home of every such limit.
package enum ShownLimits {
  // MARK: Characters

  /// Of a value in a list of problems, such as a faulty one.
  package static let value = 60
  /// Of a heading or a name in a sentence.
  package static let name = 100
  /// Of the reason that an accounting system gives: some answer with a stack trace.
  package static let vendorMessage = 300

  // MARK: How many

  /// Headings of a table in a sentence.
  package static let headings = 60
  /// Examples of each kind of problem in an import's report.
  package static let examples = 3
  /// Headings that a mapping looked for or that a file has, where a required one is missing.
  package static let headingsOfMissingOne = 12
  /// Words that a field knows, where a mapping has another.
  package static let wordsOfField = 6
  /// Names that an import added to a list, in its account.
  package static let addedNames = 10
  /// Columns that a note on mended cells names.
  package static let mendedColumns = 10
  /// Rows that a note on damaged text names.
  package static let damagedRows = 5
  /// Rows above the headings that a note names.
  package static let rowsAboveHeadings = 5
  /// Rows that were passed over, in a sentence: they are ``passedOverRows`` in a report.
  package static let passedOverRowsInSentence = 5
  /// Places that a note on a sheet names.
  package static let placesInSheet = 3
  /// Keys of a change that an accounting system refused without saying why.
  package static let keysOfRefusal = 5
  /// Customers who miss a file.
  package static let customersOfFile = 5
  /// Files that documents name and an import does not have.
  package static let missingFiles = 5
  /// Customers of a notification.
  package static let customersOfNotification = 10
  /// Rows that were passed over, such as headings that come again. A list that is paged for print may have thousands.
  package static let passedOverRows = 100
  /// Warnings of one edit.
  package static let warningsOfEdit = 100
  /// Customers of a page of the page's list.
  package static let customersOfPage = 50
  /// Runs of the page's list.
  package static let runsOfPage = 50
  /// Customers whose changes stand on a run's page: a run may have changed a million.
  package static let changesOfRunPage = 200
  /// Changes of a plan that were not made: of a plan that fits no more at all, there may be a million.
  package static let skippedChanges = 1000
}
