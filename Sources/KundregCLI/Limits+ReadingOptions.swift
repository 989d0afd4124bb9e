import ConfigurationFile
import Rows

extension Configuration.Limits {
  /// How inputs are read under these limits.
  var reading: ReadingOptions {
    ReadingOptions(
      maximumPartSize: maximumPartSize, maximumRowSize: maximumRowSize, maximumMemory: maximumMemory,
      maximumStreamSize: maximumStreamSize)
  }
}
