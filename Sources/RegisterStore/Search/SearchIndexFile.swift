import Foundation
import Glibc

/// The file beside a register that keeps its customers' searched texts, so that a search need not read the register.
///
/// It is never changed in place: a new one is written under another name, synced, and takes the old one's place in one
/// step. A file that is cut off, of another version or of another register is as good as none. It holds personal data, so
/// it is its owner's alone (mode 0600). Numbers are in the machine's own byte order.
struct SearchIndexFile {
  let path: String
  private var newPath: String { path + ".new" }

  private static let magic = Array("KRSEARCH".utf8)
  private static let version: Int64 = 2
  private static let headerSize = 128

  /// - Parameter registerPath: the register's own file; a symbolic link to it means what it points to, as for SQLite.
  init(registerPath: String) {
    let resolved = realpath(registerPath, nil)
    defer { free(resolved) }
    path = (resolved.map { String(cString: $0) } ?? registerPath) + ".search"
  }

  /// Maps the file into memory. Nil when there is none that can be used.
  func open() -> (index: SearchIndex, stamp: SearchStamp)? {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size >= Self.headerSize else { return nil }
    let size = Int(status.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else { return nil }
    guard let opened = Self.read(UnsafeRawBufferPointer(start: start, count: size), { munmap(start, size) }) else {
      munmap(start, size)
      return nil
    }
    return opened
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ release: @escaping () -> Void
  ) -> (index: SearchIndex, stamp: SearchStamp)? {
    let number = { (place: Int) in bytes.loadUnaligned(fromByteOffset: place, as: Int64.self) }
    guard bytes.prefix(8).elementsEqual(magic), number(40) == version, let start = bytes.baseAddress else { return nil }
    let count = Int(number(80))
    let textSize = Int(number(88))
    guard (0...Int(UInt32.max)).contains(count), (0...Int(UInt32.max)).contains(textSize),
      bytes.count == headerSize + count * 8 + (count + 1) * 4 + textSize
    else { return nil }
    let stamp = SearchStamp(
      register: String(decoding: bytes[8..<40], as: UTF8.self), run: number(48),
      runDigest: UInt64(bitPattern: number(56)), nextCustomer: number(64), removals: number(72))
    let keys = UnsafeBufferPointer(
      start: (start + headerSize).assumingMemoryBound(to: Int64.self), count: count)
    let offsets = (start + headerSize + count * 8).assumingMemoryBound(to: UInt32.self)
    // Places outside the text must never be read, whatever has happened to the file.
    var last: UInt32 = 0
    for entry in 0...count {
      guard offsets[entry] >= last else { return nil }
      last = offsets[entry]
    }
    guard offsets[0] == 0, Int(last) == textSize else { return nil }
    let text = UnsafeRawBufferPointer(start: start + headerSize + count * 8 + (count + 1) * 4, count: textSize)
    return (SearchIndex(keys: keys, offsets: offsets, text: text, release: release), stamp)
  }

  /// Writes the file anew, or leaves the old one when it cannot be written or another process is writing it: then the next
  /// search does without.
  ///
  /// - Parameter parts: entries one after the other, all in the order of their numbers.
  func write(_ parts: [SearchEntries], _ stamp: SearchStamp) {
    // Offsets are of 32 bits.
    guard parts.reduce(0, { $0 + $1.text.count }) <= Int(UInt32.max) else { return }
    let file = Glibc.open(newPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    // Who holds the lock is the writer; who got it after a writer was done holds a file that has its final name.
    var mine = stat()
    var named = stat()
    guard flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &mine) == 0, stat(newPath, &named) == 0,
      mine.st_ino == named.st_ino, mine.st_dev == named.st_dev
    else { return }
    var offsets: [UInt32] = [0]
    for part in parts {
      let start = offsets[offsets.count - 1]
      offsets += part.offsets.dropFirst().lazy.map { start + $0 }
    }
    guard ftruncate(file, 0) == 0, fchmod(file, 0o600) == 0,
      Self.write(Self.header(count: offsets.count - 1, textSize: Int(offsets[offsets.count - 1]), stamp), to: file),
      parts.allSatisfy({ part in part.keys.withUnsafeBytes { Self.write($0, to: file) } }),
      offsets.withUnsafeBytes({ Self.write($0, to: file) }),
      parts.allSatisfy({ Self.write($0.text.bytes, to: file) }),
      fsync(file) == 0, rename(newPath, path) == 0
    else {
      unlink(newPath)
      return
    }
  }

  /// Removes the file and what a writer that died may have left.
  func remove() throws {
    for name in [newPath, path] where unlink(name) != 0 && errno != ENOENT {
      throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: name])
    }
  }

  private static func header(count: Int, textSize: Int, _ stamp: SearchStamp) -> [UInt8] {
    var header = magic + Array(stamp.register.utf8.prefix(32))
    header += [UInt8](repeating: 0, count: 40 - header.count)
    for number in [
      version, stamp.run, Int64(bitPattern: stamp.runDigest), stamp.nextCustomer, stamp.removals,
      Int64(count), Int64(textSize),
    ] {
      withUnsafeBytes(of: number) { header += $0 }
    }
    return header + [UInt8](repeating: 0, count: headerSize - header.count)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool { bytes.withUnsafeBytes { write($0, to: file) } }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var place = 0
    while place < bytes.count, let start = bytes.baseAddress {
      let written = Glibc.write(file, start + place, bytes.count - place)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      place += written
    }
    return true
  }
}
