package import Texts

/// What is told of the system's libraries.
enum LibraryTexts {
  /// - Parameters:
  ///   - purpose: what needs it.
  ///   - variable: of the environment, which may name its file.
  static func missing(_ name: String, package: String, needed purpose: Text, variable: String) -> Text {
    Text(
      en:
        "\(name), which \(purpose.english) needs, cannot be loaded. Install it (apt-get install \(package)), or name its file in "
        + "\(variable).",
      sv:
        "\(name), som \(purpose.swedish) behöver, kan inte laddas. Installera det (apt-get install \(package)) eller ange filen i "
        + "\(variable).")
  }
}

extension KundregError {
  /// A system library that is loaded when it is first needed cannot be loaded: `libzip`, of Debian's package `libzip4`, whose file
  /// the environment's `KUNDREG_LIBZIP` may name.
  package static func missingLibrary(_ name: String, package: String, needed purpose: Text) -> KundregError {
    KundregError(
      .libraryMissing,
      LibraryTexts.missing(name, package: package, needed: purpose, variable: "KUNDREG_\(name.uppercased())"))
  }
}

extension ErrorCode {
  /// The codes of this room.
  package static let ofCustomerModel = [libraryMissing]

  package static let libraryMissing = ErrorCode(
    "library.missing", .failed, "A system library that the command needs is not installed.")
}
