package import CustomerModel

extension ErrorCode {
  /// The codes of this room, which stand beside the texts that they go with.
  package static let ofRuns: [ErrorCode] =
    ofUndo + ofPages + ofExports + ofAdministration + ofChecks + ofConnections + ofDisplay + ofImportRequests
    + ofSelections
}
