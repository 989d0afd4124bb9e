import ArgumentParser

/// An option that is one of the words of an enumeration.
///
/// The words are those that ArgumentParser finds by itself. It looks for them by key paths, for each option and more than once in
/// a start, which took longer than to read the configuration.
protocol WordOption: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension WordOption {
  static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  /// None: the words say themselves what they mean.
  static var allValueDescriptions: [String: String] { [:] }
}
