import CustomerModel
import Glibc
import Texts

extension InputFile {
  /// Opens a file, or standard input when the path is `-`.
  ///
  /// What is not a regular file is copied to an unlinked temporary file of mode 0600 first, because an import reads its
  /// input more than once.
  ///
  /// - Parameters:
  ///   - temporaryFolder: where the copy is made; `TMPDIR` or `/tmp` when it is nil.
  ///   - maximumStreamSize: the most bytes that are copied of what may never end.
  /// - Throws: ``KundregError`` with status 65: `input.missing`, `input.unreadable`, `input.directory`, `input.spool`,
  ///   `input.tooLarge`.
  package convenience init(
    path: String, temporaryFolder: String? = nil, maximumStreamSize: Int = InputLimits.streamSizeMB << 20
  ) throws {
    let name = path == "-" ? InputTexts.standardInput : Text(verbatim: path)
    let opened = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        throw KundregError.missing(path, name: name)
      }
      throw KundregError.unreadable(name, reason: errno)
    }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let reason = errno
      close(opened)
      throw KundregError.unreadable(name, reason: reason)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG where path != "-" || lseek(opened, 0, SEEK_CUR) == 0:
      self.init(name: name, descriptor: opened, size: Int(status.st_size), isNameless: path == "-")
    case S_IFDIR:
      close(opened)
      throw KundregError(.inputDirectory, InputTexts.isFolder(name))
    default:
      defer { close(opened) }
      let (descriptor, size) = try InputFile.spool(
        opened, name: name, folder: temporaryFolder ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp",
        maximumSize: maximumStreamSize)
      self.init(name: name, descriptor: descriptor, size: size, isNameless: true)
    }
  }

  /// Copies all that a descriptor gives to a temporary file that has no name and goes with its descriptor.
  private static func spool(
    _ source: Int32, name: Text, folder: String, maximumSize: Int
  ) throws -> (descriptor: Int32, size: Int) {
    var template = Array("\(folder)/kundreg-XXXXXX".utf8CString)
    let spooled = mkstemp(&template)
    guard spooled >= 0 else { throw cannotSpool(name, folder: folder, reason: errno) }
    _ = fcntl(spooled, F_SETFD, FD_CLOEXEC)
    unlink(template)
    var size = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(source, buffer.baseAddress!, buffer.count)
      if count == 0 { return (spooled, size) }
      if count < 0 {
        let reason = errno
        if reason == EINTR { continue }
        close(spooled)
        throw KundregError.unreadable(name, reason: reason)
      }
      guard size + count <= maximumSize else {
        close(spooled)
        throw KundregError(.inputTooLarge, InputTexts.tooLarge(name, megabytes: maximumSize >> 20))
      }
      var written = 0
      while written < count {
        let step = write(spooled, buffer.baseAddress! + written, count - written)
        if step < 0 {
          let reason = errno
          if reason == EINTR { continue }
          close(spooled)
          throw cannotSpool(name, folder: folder, reason: reason)
        }
        written += step
      }
      size += count
    }
  }

  private static func cannotSpool(_ name: Text, folder: String, reason: Int32) -> KundregError {
    KundregError(
      .inputSpool, InputTexts.cannotSpool(name, folder: folder, reason: String(cString: strerror(reason))))
  }
}
