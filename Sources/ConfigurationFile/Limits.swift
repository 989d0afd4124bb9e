import CustomerModel

extension Configuration {
  /// The most that a reader unpacks, holds or takes, in megabytes of 1,048,576 bytes.
  package struct Limits: Sendable, Equatable {
    /// One part of a workbook, unpacked. Stops a zip bomb.
    package var maximumPartSizeMB = InputLimits.partSizeMB
    /// One row or cell.
    package var maximumRowSizeMB = InputLimits.rowSizeMB
    /// What an input may take of memory, whatever it holds.
    package var maximumMemoryMB = InputLimits.memoryMB
    /// What is taken of standard input, or of anything else that may never end.
    package var maximumStreamSizeMB = InputLimits.streamSizeMB

    package var maximumPartSize: Int { maximumPartSizeMB << 20 }
    package var maximumRowSize: Int { maximumRowSizeMB << 20 }
    package var maximumMemory: Int { maximumMemoryMB << 20 }
    package var maximumStreamSize: Int { maximumStreamSizeMB << 20 }
  }
}
