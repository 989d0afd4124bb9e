import CustomerModel

/// A type of file that is taken as a document: known by its first bytes, and by nothing that could run.
package enum DocumentType: String, Sendable, CaseIterable {
  case pdf, png, jpg, gif, webp, docx, xlsx, pptx, odt, ods, txt, csv, eml, msg

  /// The type for an `Accept` or `Content-Type` header. Source: IANA, Media Types; for `msg` Microsoft's own.
  package var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpg: "image/jpeg"
    case .gif: "image/gif"
    case .webp: "image/webp"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case .odt: "application/vnd.oasis.opendocument.text"
    case .ods: "application/vnd.oasis.opendocument.spreadsheet"
    case .txt: "text/plain"
    case .csv: "text/csv"
    case .eml: "message/rfc822"
    case .msg: "application/vnd.ms-outlook"
    }
  }

  /// The type that a file's name promises and its bytes keep.
  ///
  /// - Parameter shown: what errors call the file; nil for its name.
  /// - Throws: ``KundregError`` with status 65: `document.type` for a type that is not taken, `document.mismatch` when the
  ///   bytes are something else than the name says.
  package static func of(_ bytes: [UInt8], name: String, shown: String? = nil) throws -> DocumentType {
    let ending = name.contains(".") ? String(name.split(separator: ".").last ?? "").lowercased() : ""
    guard let type = DocumentType(rawValue: ending == "jpeg" ? "jpg" : ending) else {
      throw KundregError(
        .documentType, NewDocumentTexts.isNoType(shown ?? name, taken: allCases.map(\.rawValue)))
    }
    guard type.fits(bytes) else {
      throw KundregError(.documentMismatch, NewDocumentTexts.mismatch(shown ?? name, type))
    }
    return type
  }

  private func fits(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .pdf: bytes.starts(with: "%PDF-".utf8)
    case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .jpg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case .gif: bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8)
    case .webp: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    // A compound file, [MS-CFB] 2.2.
    case .msg: bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    case .docx: Self.isOfficeDocument(bytes, part: "word/document.xml")
    case .xlsx: Self.isOfficeDocument(bytes, part: "xl/workbook.xml")
    case .pptx: Self.isOfficeDocument(bytes, part: "ppt/presentation.xml")
    case .odt, .ods: Self.isOpenDocument(bytes, mediaType: mediaType)
    case .txt, .csv: Self.isHarmlessText(bytes)
    case .eml: Self.isMessage(bytes)
    }
  }

  /// Source: ECMA-376, part 2: a zip archive with its content types beside the main part. Macros lie in `vbaProject.bin`.
  private static func isOfficeDocument(_ bytes: [UInt8], part: String) -> Bool {
    guard let names = ZipDirectory.names(in: bytes) else { return false }
    return names.contains("[Content_Types].xml") && names.contains(part)
      && !names.contains { $0.lowercased().hasSuffix("vbaproject.bin") }
  }

  /// Source: OpenDocument 1.3, part 2, 3.3: the first entry is `mimetype`, stored without compression or extra field.
  /// Macros lie in `Basic/` and `Scripts/`.
  private static func isOpenDocument(_ bytes: [UInt8], mediaType: String) -> Bool {
    guard bytes.dropFirst(30).starts(with: "mimetype\(mediaType)PK".utf8), let names = ZipDirectory.names(in: bytes)
    else { return false }
    return !names.contains { $0.hasPrefix("Basic/") || $0.hasPrefix("Scripts/") }
  }

  /// Text without control characters, in UTF-8, an encoding of single bytes as Excel writes it, or UTF-16 with its mark; it
  /// does not begin as a script, a web page or an SVG image does.
  private static func isHarmlessText(_ bytes: [UInt8]) -> Bool {
    guard let bytes = bytesOfText(bytes) else { return false }
    let isText = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    var start = bytes[...]
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    let head = String(decoding: start.drop { $0 <= 0x20 }.prefix(64), as: UTF8.self).lowercased()
    let programs = ["#!", "<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<?php", "@echo off"]
    return isText && !programs.contains(where: head.hasPrefix)
  }

  /// UTF-16 as UTF-8, all else as it is; nil for UTF-16 that is none.
  private static func bytesOfText(_ bytes: [UInt8]) -> [UInt8]? {
    let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
    guard isBigEndian || bytes.starts(with: [0xFF, 0xFE]) else { return bytes }
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: 2, to: bytes.count, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  /// Source: RFC 5322, 2.2: a message begins with a header field, a name of printable ASCII and a colon. It may hold
  /// any bytes but NUL below.
  private static func isMessage(_ bytes: [UInt8]) -> Bool {
    let name = bytes.prefix(78).prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
    return !name.isEmpty && bytes.dropFirst(name.count).first == UInt8(ascii: ":") && !name.contains(UInt8(ascii: "<"))
      && !bytes.contains(0)
  }
}
