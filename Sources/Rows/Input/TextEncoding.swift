/// The encodings of delimited texts, by the names that iconv and mappings use.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable, Codable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "WINDOWS-1252"
  case iso8859_1 = "ISO-8859-1"
  case iso8859_15 = "ISO-8859-15"
  case cp850 = "CP850"
  case cp437 = "CP437"
  case macRoman = "MACINTOSH"
}
