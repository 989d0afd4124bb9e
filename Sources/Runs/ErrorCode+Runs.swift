import CustomerModel

extension ErrorCode {
  /// The codes of this room, which stand beside the texts that they go with.
  static let ofRuns: [ErrorCode] =
    ofAccess + ofAdministration + ofChecks + ofConflicts + ofConnections + ofDisplay + ofEdits + ofExports + ofOutputs
    + ofPasswords + ofPlans + ofPrivacy + ofSyncs + ofUndo + ofFiles + ofCards

  /// What is told of files that are read.
  private static let ofFiles: [ErrorCode] =
    ofImportRequests + ofImportSources + ofSheets + ofPages + ofMissing + ofRejects + ofSeveralRows + ofNewNames
    + ofRecordFiles + ofUnderstoodLists + ofKeptMappings

  /// What is told of what customers have, and of how they are found.
  private static let ofCards: [ErrorCode] =
    ofDocumentCopies + ofMerges + ofFilters + ofLookups + ofNames + ofNewDocuments + ofNumbers + ofRecords
    + ofSelections
}
