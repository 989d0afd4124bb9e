/// The most that a reader unpacks, holds or takes, in megabytes of 1,048,576 bytes, unless the configuration says otherwise.
package enum InputLimits {
  /// One part of a workbook, unpacked. Stops a zip bomb.
  package static let partSizeMB = 4096
  /// One row or cell.
  package static let rowSizeMB = 16
  /// What an input may take of memory, whatever it holds.
  package static let memoryMB = 400
  /// What is taken of standard input, or of anything else that may never end.
  package static let streamSizeMB = 4096
}
