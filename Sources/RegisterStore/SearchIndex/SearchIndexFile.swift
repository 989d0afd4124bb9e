import Foundation
import Glibc

/// The file beside a register that keeps its customers' searched texts, so that a search need not read the register.
///
/// It is never changed in place: a ``SearchIndexDraft`` takes its place in one step. A file that is cut off, of another
/// version or of another register is as good as none. It holds personal data, so it is its owner's alone (mode 0600).
///
/// After the header come the texts of all entries, then at the next multiple of eight their keys, then where each text
/// begins and the last ends, as ``SearchIndex`` takes them. Numbers are in the machine's own byte order.
struct SearchIndexFile {
  let path: String
  /// What the next file is called until it is whole.
  var newPath: String { path + ".new" }

  static let headerSize = 128
  private static let magic = Array("KRSEARCH".utf8)
  private static let version: Int64 = 3

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

  /// The state that the file belongs to; nil when it is none, or of another version. The rest may be damaged.
  func stamp() -> SearchStamp? {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(byteCount: Self.headerSize, alignment: 8) { header in
      guard pread(file, header.baseAddress, header.count, 0) == header.count else { return nil }
      return Self.stamp(in: UnsafeRawBufferPointer(header))
    }
  }

  private static func stamp(in bytes: UnsafeRawBufferPointer) -> SearchStamp? {
    let number = { (place: Int) in bytes.loadUnaligned(fromByteOffset: place, as: Int64.self) }
    guard bytes.prefix(8).elementsEqual(magic), number(40) == version else { return nil }
    return SearchStamp(
      register: String(decoding: bytes[8..<40], as: UTF8.self), run: number(48),
      runDigest: UInt64(bitPattern: number(56)), nextCustomer: number(64), removals: number(72))
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ release: @escaping () -> Void
  ) -> (index: SearchIndex, stamp: SearchStamp)? {
    let number = { (place: Int) in bytes.loadUnaligned(fromByteOffset: place, as: Int64.self) }
    guard let stamp = stamp(in: bytes), let start = bytes.baseAddress else { return nil }
    let count = Int(number(80))
    let textSize = Int(number(88))
    guard (0...Int(UInt32.max)).contains(count), (0...Int(UInt32.max)).contains(textSize) else { return nil }
    let keyPlace = placeOfKeys(textSize: textSize)
    guard bytes.count == keyPlace + count * 8 + (count + 1) * 4 else { return nil }
    let keys = UnsafeBufferPointer(
      start: (start + keyPlace).assumingMemoryBound(to: Int64.self), count: count)
    let offsets = (start + keyPlace + count * 8).assumingMemoryBound(to: UInt32.self)
    // Places outside the text must never be read, whatever has happened to the file.
    var last: UInt32 = 0
    for entry in 0...count {
      guard offsets[entry] >= last else { return nil }
      last = offsets[entry]
    }
    guard offsets[0] == 0, Int(last) == textSize else { return nil }
    let text = UnsafeRawBufferPointer(start: start + headerSize, count: textSize)
    return (SearchIndex(keys: keys, offsets: offsets, text: text, release: release), stamp)
  }

  /// Removes the file and what a writer that died may have left.
  func remove() throws {
    let left = [newPath, path].filter { (name: String) in unlink(name) != 0 && errno != ENOENT }
    if let name = left.last { throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: name]) }
  }

  /// Keys are read where they lie, as numbers of eight bytes.
  static func placeOfKeys(textSize: Int) -> Int { (headerSize + textSize + 7) & ~7 }

  static func header(count: Int, textSize: Int, _ stamp: SearchStamp) -> [UInt8] {
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
}
