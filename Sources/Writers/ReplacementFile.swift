import CustomerModel
import Glibc
import Texts

/// A file that takes its destination's place only when it is finished.
///
/// The bytes go to a hidden file in the same folder, are synced to disk and then renamed. Whatever fails before that, the
/// old file stands as it was. A symbolic link at the destination stays a link: what it points to is replaced.
package final class ReplacementFile {
  /// The destination as it was asked for.
  package let path: String
  /// Where the bytes are until ``finish(keepingPreviousAt:)``.
  package let temporaryPath: String
  private let destination: String
  private var descriptor: Int32

  /// Creates the hidden file.
  ///
  /// - Parameter isPrivate: True for a file that only its owner may read, whoever could read what stands there.
  /// - Throws: ``KundregError`` with status 1 when the folder cannot be written or the destination is no ordinary file.
  package init(path: String, isPrivate: Bool = false) throws {
    self.path = path
    destination =
      realpath(path, nil).map { pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      } ?? path

    var status = stat()
    let exists = stat(destination, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      throw Self.failure(path, reason: WriterTexts.isNoFile)
    }
    guard !path.isEmpty, !path.hasSuffix("/") else { throw Self.failure(path, reason: WriterTexts.namesNoFile) }
    // Not named after the destination: that name may already be as long as the file system allows.
    let name = ".kundreg-" + String(UInt64.random(in: .min ... .max), radix: 16) + ".part"
    temporaryPath = Self.folder(of: destination) + "/" + name
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    if exists, !isPrivate { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  deinit { discard() }

  /// The folder that a path's file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Appends bytes. Unbuffered: hand over large pieces.
  package func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path, errno)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  /// Syncs the file to disk and puts it in the destination's place.
  ///
  /// - Parameter previous: Where the file that stands at the destination is kept. What stood there is replaced.
  package func finish(keepingPreviousAt previous: String? = nil) throws {
    guard descriptor >= 0 else { return }
    guard fsync(descriptor) == 0 else { throw failureAfterDiscarding() }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw failureAfterDiscarding() }
    if let previous, !keep(at: previous) { throw failureAfterDiscarding() }
    guard rename(temporaryPath, destination) == 0 else { throw failureAfterDiscarding() }
    // The rename itself is on disk only when the folder is. Not every file system can sync one: then there is no more to do.
    let folder = open(Self.folder(of: destination), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Keeps the file at the destination under a second name, so that at no moment a file is missing there.
  private func keep(at previous: String) -> Bool {
    guard access(destination, F_OK) == 0 else { return true }
    unlink(previous)
    // Not every file system has links.
    return link(destination, previous) == 0 || rename(destination, previous) == 0
  }

  /// Removes the hidden file; the destination stays as it was. Does nothing after ``finish(keepingPreviousAt:)``.
  package func discard() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    unlink(temporaryPath)
  }

  private func failureAfterDiscarding() -> KundregError {
    let code = errno
    if descriptor >= 0 { discard() } else { unlink(temporaryPath) }
    return Self.failure(path, code)
  }

  private static func failure(_ path: String, _ code: Int32) -> KundregError {
    failure(path, reason: Text(verbatim: String(cString: strerror(code))))
  }

  /// The one error of everything that is written: path and reason.
  static func failure(_ path: String, reason: Text) -> KundregError {
    KundregError(.outputCannotWrite, WriterTexts.cannotWrite(path, reason))
  }
}
