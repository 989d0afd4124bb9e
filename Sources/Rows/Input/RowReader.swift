/// Rows in order, a batch at a time. One per pass over a table; not shared between tasks.
package protocol RowReader {
  /// Replaces the contents of `batch` by the next rows, at most `maximumRows` of them.
  ///
  /// - Returns: false when there was no row left, with `batch` empty.
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read as what it claims to be.
  mutating func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool
}
