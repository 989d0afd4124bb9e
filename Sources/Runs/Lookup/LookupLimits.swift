/// How much an import asks a directory of companies.
package enum LookupLimits {
  /// The most companies that one import looks up.
  package static let companies = 500
  /// After so many failures in a row the directory is taken for down, and asked no more.
  static let failures = 3
}
