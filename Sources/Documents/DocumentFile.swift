import Glibc
package import Texts

/// Reads a file that a person wrote, whole: a configuration, a mapping.
package enum DocumentFile {
  /// Why a file was not read, as the end of a sentence without its full stop.
  package struct Failure: Error, Sendable, Equatable {
    package let reason: Text
  }

  package static func bytes(path: String, maximumSize: Int = JSONFileLimits.size) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(reason: Text(verbatim: String(cString: strerror(errno)))) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(reason: Text(verbatim: String(cString: strerror(errno))))
      }
      bytes += chunk[..<count]
      guard bytes.count <= maximumSize else {
        throw Failure(reason: DocumentFileTexts.isTooLarge(megabytes: maximumSize >> 20))
      }
    }
  }
}
