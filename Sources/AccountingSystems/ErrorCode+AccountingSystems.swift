package import CustomerModel

extension ErrorCode {
  /// The codes of this room, which stand beside the texts that they go with.
  package static let ofAccountingSystems: [ErrorCode] =
    ofCredentials + ofLogins + ofTokens + ofSessions + ofFortnox + ofVisma
}
