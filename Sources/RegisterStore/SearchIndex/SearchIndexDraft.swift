import Glibc

/// A ``SearchIndexFile`` while it is written: first the texts, as they come, then whose they are and where each begins, and
/// last the header, without which no search uses it. It takes the place of the file before in one step.
///
/// A draft that is given up leaves nothing behind.
final class SearchIndexDraft {
  /// The draft cannot be written: the next search does without.
  struct Failure: Error {}

  private let target: SearchIndexFile
  private let file: Int32
  private let isNamed: Bool
  private var isGivenUp = true
  private(set) var textSize = 0
  private var count = 0

  /// A draft under a name of its own, on any file system.
  ///
  /// - Throws: ``Failure``, also when another process is writing it.
  init(named target: SearchIndexFile) throws {
    self.target = target
    isNamed = true
    file = Glibc.open(target.newPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Failure() }
    // Who holds the lock is the writer; who got it after a writer was done holds a file that has its final name.
    var mine = stat()
    var named = stat()
    guard flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &mine) == 0, stat(target.newPath, &named) == 0,
      mine.st_ino == named.st_ino, mine.st_dev == named.st_dev
    else {
      // It is not ours to remove.
      isGivenUp = false
      throw Failure()
    }
    guard ftruncate(file, 0) == 0, fchmod(file, 0o600) == 0 else { throw Failure() }
    try begin()
  }

  /// A draft without a name, which is gone with the program whatever ends it: for what takes long to write.
  ///
  /// - Throws: ``Failure``, also where the file system knows no such files. See `O_TMPFILE` in open(2).
  init(unnamed target: SearchIndexFile) throws {
    self.target = target
    isNamed = false
    let folder = target.path.lastIndex(of: "/").map { target.path[...$0] } ?? "."
    file = Glibc.open(String(folder), __O_TMPFILE | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Failure() }
    try begin()
  }

  deinit {
    if isGivenUp, isNamed, file >= 0 { unlink(target.newPath) }
    if file >= 0 { close(file) }
  }

  private func begin() throws {
    guard lseek(file, off_t(SearchIndexFile.headerSize), SEEK_SET) >= 0 else { throw Failure() }
  }

  /// Appends texts.
  func append(_ text: UnsafeRawBufferPointer) throws {
    // Offsets are of 32 bits.
    guard textSize + text.count <= Int(UInt32.max) else { throw Failure() }
    try write(text)
    textSize += text.count
  }

  /// Writes what follows the texts, and waits until all of it is on disk.
  ///
  /// - Parameters:
  ///   - keys: parts that follow each other.
  ///   - offsets: one more than keys.
  func end(keys: [[Int64]], offsets: [UInt32]) throws {
    let padding = SearchIndexFile.placeOfKeys(textSize: textSize) - SearchIndexFile.headerSize - textSize
    try [UInt8](repeating: 0, count: padding).withUnsafeBytes(write)
    for part in keys { try part.withUnsafeBytes(write) }
    try offsets.withUnsafeBytes(write)
    count = offsets.count - 1
    guard fsync(file) == 0 else { throw Failure() }
  }

  /// Makes the draft the file.
  func publish(_ stamp: SearchStamp) throws {
    let header = SearchIndexFile.header(count: count, textSize: textSize, stamp)
    guard pwrite(file, header, header.count, 0) == header.count, fsync(file) == 0 else { throw Failure() }
    if !isNamed {
      // What stands there is a dead writer's, or of one who will not miss it.
      unlink(target.newPath)
      guard linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, target.newPath, AT_SYMLINK_FOLLOW) == 0 else {
        throw Failure()
      }
    }
    guard rename(target.newPath, target.path) == 0 else {
      unlink(target.newPath)
      throw Failure()
    }
    isGivenUp = false
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    var place = 0
    while place < bytes.count, let start = bytes.baseAddress {
      let written = Glibc.write(file, start + place, bytes.count - place)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Failure() }
      place += written
    }
  }

  /// Lets the body read the texts in the order of their coming.
  ///
  /// - Throws: ``Failure``, and what the body throws.
  func reading(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let size = SearchIndexFile.headerSize + textSize
    guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, file, 0), start != MAP_FAILED else { throw Failure() }
    defer { munmap(start, size) }
    try body(
      UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(start: start, count: size)[SearchIndexFile.headerSize...])
    )
  }
}

extension SearchIndexDraft {
  /// A draft of entries that are in memory, all in the order of their numbers.
  convenience init(_ parts: [SearchEntries], for target: SearchIndexFile) throws {
    try self.init(named: target)
    var offsets: [UInt32] = [0]
    for part in parts {
      try append(part.text.bytes)
      let start = offsets[offsets.count - 1]
      offsets += part.offsets.dropFirst().lazy.map { start + $0 }
    }
    try end(keys: parts.map(\.keys), offsets: offsets)
  }
}
