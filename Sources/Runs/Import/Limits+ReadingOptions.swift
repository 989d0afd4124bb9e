package import ConfigurationFile
package import Rows

extension Configuration.Limits {
  /// How inputs are read under these limits.
  package var reading: ReadingOptions {
    ReadingOptions(
      maximumPartSize: maximumPartSize, maximumRowSize: maximumRowSize, maximumMemory: maximumMemory,
      maximumStreamSize: maximumStreamSize)
  }
}
