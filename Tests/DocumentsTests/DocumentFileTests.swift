import Glibc
import Testing
import TestSupport
import Texts

@testable import Documents

@Suite struct DocumentFileTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func aFileIsReadWhole(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try DocumentFile.bytes(path: folder.write(bytes, to: "a.json"), maximumSize: size) == bytes)
  }

  @Test func aFileThatIsTooLargeIsNotReadOn() throws {
    let path = try folder.write([UInt8](repeating: 0x20, count: 1001), to: "a.json")
    #expect(throws: DocumentFile.Failure.self) { try DocumentFile.bytes(path: path, maximumSize: 1000) }
    let error = #expect(throws: DocumentFile.Failure.self) { try DocumentFile.bytes(path: "/dev/zero") }
    #expect(error?.reason == DocumentFileTexts.isTooLarge(megabytes: 16))
  }

  @Test func aFileThatCannotBeReadSaysWhy() throws {
    let missing = #expect(throws: DocumentFile.Failure.self) {
      try DocumentFile.bytes(path: folder.file("missing.json"))
    }
    #expect(missing?.reason == Text(verbatim: String(cString: strerror(ENOENT))))
    let isFolder = #expect(throws: DocumentFile.Failure.self) { try DocumentFile.bytes(path: folder.path) }
    #expect(isFolder?.reason == Text(verbatim: String(cString: strerror(EISDIR))))
  }
}
