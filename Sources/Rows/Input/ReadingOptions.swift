import CustomerModel

/// What a mapping or a command says about how to read an input, over what the bytes suggest.
package struct ReadingOptions: Sendable, Hashable {
  package var encoding: TextEncoding?
  package var delimiter: UInt8?
  package var escape: Dialect.Escape?
  /// The most bytes that one part of a workbook may unpack to. Stops a zip bomb.
  package var maximumPartSize: Int
  /// The most bytes that one row or one cell may have.
  package var maximumRowSize: Int
  /// The bytes of memory that an input may take, whatever it holds.
  package var maximumMemory: Int
  /// The most bytes that are taken of standard input, or of anything else that is no regular file and may never end.
  package var maximumStreamSize: Int
  package init(
    encoding: TextEncoding? = nil, delimiter: UInt8? = nil, escape: Dialect.Escape? = nil,
    maximumPartSize: Int = InputLimits.partSizeMB << 20, maximumRowSize: Int = InputLimits.rowSizeMB << 20,
    maximumMemory: Int = InputLimits.memoryMB << 20, maximumStreamSize: Int = InputLimits.streamSizeMB << 20
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.escape = escape
    self.maximumPartSize = maximumPartSize
    self.maximumRowSize = maximumRowSize
    self.maximumMemory = maximumMemory
    self.maximumStreamSize = maximumStreamSize
  }
}
