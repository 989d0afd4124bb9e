import CustomerModel
package import Rows
package import Texts

/// A delimited text file: one table, whose dialect was found in its first bytes.
package struct DelimitedText: TableSource {
  /// How much of the decoded text the dialect is found in, bytes.
  private static let sampleSize = 1 << 16

  package let format: SourceFormat
  package let tables = [TableInfo(name: "")]
  private let file: InputFile
  private let guess: EncodingGuess
  private let dialect: DialectSniffer.Result
  private let hasSeparatorLine: Bool
  /// True when a mapping says what escapes.
  private let isEscapeKnown: Bool
  private let maximumRowSize: Int
  private let chunkSize: Int

  /// Opens a text and finds its encoding, delimiter and quoting.
  ///
  /// - Parameter chunkSize: the most bytes that are read at once.
  /// - Throws: ``KundregError`` with status 65 when the file cannot be read.
  package init(file: InputFile, options: ReadingOptions = ReadingOptions(), chunkSize: Int = 1 << 20) throws {
    self.file = file
    self.chunkSize = chunkSize
    maximumRowSize = options.maximumRowSize
    guess = try EncodingGuess(file: file, asked: options.encoding)
    let (sample, isWhole) = try DelimitedText.sample(file, guess)
    let separator = SeparatorLine(sample)
    hasSeparatorLine = separator != nil
    let text = separator.map { sample[$0.end...] } ?? sample[...]
    let delimiter = options.delimiter ?? separator?.delimiter
    let ofRejects = RejectsDialect.of(text, delimiter: delimiter, isWhole: isWhole)
    // A mapping says how its own files are written; rows that were rejected are written by this program.
    dialect =
      ofRejects ?? DialectSniffer(text, isWhole: isWhole).dialect(delimiter: delimiter, escape: options.escape)
    isEscapeKnown = options.escape != nil
    format = .delimited(
      Dialect(
        delimiter: dialect.delimiter, quote: dialect.quote, escape: dialect.escape,
        hasQuotedLines: dialect.hasQuotedLines, encoding: guess.encoding))
  }

  package func rows(ofTable index: Int) throws -> any RowReader {
    DelimitedReader(
      decoder: try TextDecoder(file: file, encoding: guess.encoding, offset: guess.start, chunkSize: chunkSize),
      known: guess.others, dialect: dialect, remarksEscapes: !isEscapeKnown, skipsFirstLine: hasSeparatorLine,
      maximumRowSize: maximumRowSize, chunkSize: chunkSize)
  }

  package func notes(ofTable index: Int) -> [Text] { guess.notes }

  /// The start of the text as UTF-8, and whether that is all of it.
  private static func sample(_ file: InputFile, _ guess: EncodingGuess) throws -> ([UInt8], isWhole: Bool) {
    var decoder = try TextDecoder(file: file, encoding: guess.encoding, offset: guess.start, chunkSize: sampleSize)
    // No encoding here makes more than three bytes of one.
    let size = max(2 * TextDecoder.minimumSpace, min(sampleSize, 3 * file.size + TextDecoder.minimumSpace))
    var sample = [UInt8](repeating: 0, count: size)
    var filled = 0
    while sample.count - filled >= TextDecoder.minimumSpace {
      let count = try sample.withUnsafeMutableBytes {
        try decoder.decode(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      filled += count
      if count == 0 { return (Array(sample[..<filled]), true) }
    }
    return (Array(sample[..<filled]), false)
  }
}
