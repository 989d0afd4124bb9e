import CustomerModel
import Glibc
package import Rows

/// How much memory the program may take for an input. What is kept of every row is little, but nobody knows what an input
/// holds: names for the register's lists, say, of which each row may bring thousands.
package struct MemoryLimit: Sendable {
  private let input: String
  private let bytes: Int
  /// Bytes that are kept of a row however many there are: by which it is known when it comes again.
  private static let bytesOfRow = 32

  /// - Parameter input: what errors call the input.
  package init(_ options: ReadingOptions, of format: SourceFormat, input: String) {
    self.input = input
    // The texts of a large workbook may take as much as half of the limit more, see ``Workbook``.
    bytes = options.maximumMemory + (format == .workbook ? options.maximumMemory / 2 : 0)
  }

  /// Passes when the program takes no more than it may after so many rows. Costs a few microseconds.
  ///
  /// - Throws: ``KundregError`` `input.memory` with status 65.
  package func check(rows: Int) throws {
    guard let taken = Self.taken(), taken > bytes + rows * Self.bytesOfRow else { return }
    throw KundregError(.inputMemory, InputTexts.tooMuchMemory(input, megabytes: bytes >> 20, row: rows))
  }

  /// The bytes that the program has in memory but for those that are in files; nil where the system does not tell.
  ///
  /// Not the peak that the system keeps: a process begins with that of the one that started it.
  private static func taken() -> Int? {
    let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var text = [CChar](repeating: 0, count: 128)
    guard Glibc.read(file, &text, text.count - 1) > 0 else { return nil }
    // Pages: of the address space, in memory, and of those the ones that are in files.
    let pages = text.withUnsafeBufferPointer { text -> [Int] in
      var place = UnsafeMutablePointer(mutating: text.baseAddress)
      return (0..<3).map { _ in place.map { strtol($0, &place, 10) } ?? 0 }
    }
    return pages[1] > pages[2] ? (pages[1] - pages[2]) * sysconf(Int32(_SC_PAGESIZE)) : nil
  }
}
