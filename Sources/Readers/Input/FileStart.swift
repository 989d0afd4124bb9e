/// How a file begins, as text without case. Only what begins like one of the formats asked for is looked at further, as every
/// import asks.
struct FileStart {
  private let bytes: ArraySlice<UInt8>
  /// The first 512 bytes.
  let head: String
  /// The first line, without blanks at its end.
  let line: String

  init(_ prefix: [UInt8]) {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) || $0 >= 0x80 }
    bytes = prefix.drop(while: isBlank)
    head = FileStart.text(bytes.prefix(512))
    line = FileStart.text(FileStart.trimmed(bytes.prefix(512).prefix { $0 != 0x0A && $0 != 0x0D }))
  }

  /// The files that Google Drive for desktop shows for documents that are not on the disk: `kunder.gsheet`.
  var isGoogleShortcut: Bool {
    head.hasPrefix("{") && head.contains("\"doc_id\"")
      && ["\"resource_key\"", "\"resource_id\""].contains(where: head.contains)
  }

  /// The file that LibreOffice keeps beside an open document, `.~lock.kunder.xlsx#`: names, a time and the path of a profile, with
  /// commas between, in one line that ends with a semicolon.
  var isLibreOfficeLock: Bool {
    line.hasPrefix(",") && line.contains(",file:///") && line.hasSuffix(";")
      && FileStart.trimmed(bytes).count == line.utf8.count
  }

  /// A saved message (RFC 5322): it begins with fields of a header, one of them being what only mail servers and programs write.
  var isMail: Bool {
    guard FileStart.fieldName(line[...]) != nil else { return false }
    let lines = FileStart.text(bytes.prefix(8_192)).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // The last line that is looked at may be cut, and a line that begins with a blank goes on with the one before.
    let fields = lines.dropLast().prefix { !$0.isEmpty }.filter { $0.first != " " && $0.first != "\t" }
    let names = fields.compactMap(FileStart.fieldName)
    return names.count >= 3 && names.count == fields.count && names.contains(where: FileStart.namesOfMail.contains)
  }

  private static let namesOfMail: Set<Substring> = [
    "mime-version", "message-id", "received", "return-path", "delivered-to", "dkim-signature",
  ]

  /// What stands before the colon of a field of a header.
  private static func fieldName(_ line: Substring) -> Substring? {
    guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return nil }
    let name = line[..<colon]
    let belongs: (UInt8) -> Bool = { $0 == 0x2D || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    return name.utf8.allSatisfy(belongs) ? name : nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.prefix(
      (bytes.lastIndex { $0 != 0x20 && !(0x09...0x0D).contains($0) } ?? bytes.startIndex - 1) - bytes.startIndex + 1)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self).lowercased() }
}
