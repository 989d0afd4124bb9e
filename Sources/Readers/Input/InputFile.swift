import CustomerModel
import Glibc
package import Texts

/// An open input that can be read any number of times from any place.
///
/// What cannot be read twice (standard input, a FIFO) was first copied to a temporary file without a name, see
/// ``init(path:temporaryFolder:)``. Reading names the place, so that several passes share one descriptor.
package final class InputFile: Sendable {
  /// What sentences call the input: the path as it was given, or standard input.
  package let name: Text
  /// Bytes.
  package let size: Int
  /// True when no path leads to the bytes but ``reopenablePath``: standard input, or a copy of what a pipe gave.
  package let isNameless: Bool
  private let descriptor: Int32

  /// Takes over an open descriptor of a regular file.
  init(name: Text, descriptor: Int32, size: Int, isNameless: Bool) {
    self.isNameless = isNameless
    self.name = name
    self.descriptor = descriptor
    self.size = size
  }

  deinit { close(descriptor) }

  /// A path that opens the same bytes for as long as this value lives, also when the file has no name any more.
  package var reopenablePath: String { "/dev/fd/\(descriptor)" }

  /// Reads from a place of the file until the space is full or the file ends.
  ///
  /// - Returns: how many bytes were read; fewer than the space only at the end of the file.
  /// - Throws: ``KundregError`` `input.unreadable` with status 65.
  package func read(into space: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    var filled = 0
    while filled < space.count {
      let count = pread(descriptor, space.baseAddress! + filled, space.count - filled, off_t(offset + filled))
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw KundregError.unreadable(name, reason: errno)
      }
      filled += count
    }
    return filled
  }

  /// The first bytes, at most `count` of them.
  package func prefix(_ count: Int) throws -> [UInt8] { try bytes(at: 0, count: count) }

  /// Bytes from a place of the file, at most `count` of them.
  package func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
    let filled = try bytes.withUnsafeMutableBytes { try read(into: $0, at: offset) }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}

extension KundregError {
  static func unreadable(_ name: Text, reason: Int32) -> KundregError {
    let said = String(cString: strerror(reason))
    // What a disk or a share says that was there when the path was typed, and does not answer.
    let isAway = [EIO, ESTALE, ENOTCONN, ENODEV, ENXIO, EHOSTDOWN, EHOSTUNREACH, ENETUNREACH, ETIMEDOUT, EREMOTEIO]
      .contains(reason)
    return KundregError(
      .inputUnreadable,
      isAway ? InputTexts.notAnswering(name, reason: said) : InputTexts.unreadable(name, reason: said))
  }

  /// - Parameter path: what does not exist.
  static func missing(_ path: String, name: Text) -> KundregError {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for count in parts.indices.dropLast() where count > 0 || parts[0] != "" {
      let folder = parts[...count].joined(separator: "/")
      if access(folder, F_OK) != 0, errno == ENOENT {
        let existing = count == 0 ? "." : parts[..<count].joined(separator: "/")
        return KundregError(
          .inputMissing,
          InputTexts.missingFolder(name, folder: String(parts[count]), existing: existing.isEmpty ? "/" : existing))
      }
    }
    return KundregError(.inputMissing, InputTexts.missing(name))
  }
}
