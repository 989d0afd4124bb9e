/// The first line `sep=;` by which Excel is told the delimiter. It is no row.
struct SeparatorLine: Equatable {
  let delimiter: UInt8
  /// Where the line's break stands.
  let end: Int

  /// The separator line that a text begins with, or nil.
  init?(_ text: [UInt8]) {
    let line = Array(text.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D })
    end = line.count
    // Programs that quote every cell quote this one too.
    let isQuoted = line.count == 7 && line.first == 0x22 && line.last == 0x22
    let inner = isQuoted ? Array(line[1..<6]) : line
    guard inner.count == 5, String(decoding: inner[..<4], as: UTF8.self).lowercased() == "sep=" else { return nil }
    let isUsable = inner[4] == 0x09 || (0x20..<0x7F).contains(inner[4])
    guard isUsable, inner[4] != UInt8(ascii: "\"") else { return nil }
    delimiter = inner[4]
  }
}
