import CustomerModel
import Glibc
import Rows
import TestSupport
import Testing
import Texts

@testable import Readers

/// Standard input belongs to the whole process, so these run one after the other.
@Suite(.serialized) struct StandardInputTests {
  /// Runs with standard input open on a descriptor, which is closed.
  private func withStandardInput(_ descriptor: Int32, _ body: () throws -> Void) rethrows {
    let saved = dup(STDIN_FILENO)
    dup2(descriptor, STDIN_FILENO)
    close(descriptor)
    defer {
      dup2(saved, STDIN_FILENO)
      close(saved)
    }
    try body()
  }

  @Test func aPipeOnStandardInputIsRead() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let text = Array("Nr;Namn\n1;Åke\n".utf8)
    #expect(write(ends[1], text, text.count) == text.count)
    close(ends[1])
    try withStandardInput(ends[0]) {
      let source = try InputOpener.open(path: "-")
      #expect(try readRows(source) == [ReadRow(1, ["Nr", "Namn"]), ReadRow(2, ["1", "Åke"])])
      try expectTableSourceContract(source)
    }
  }

  @Test(arguments: [false, true])
  func aFileOnStandardInputIsRead(isPartlyRead: Bool) throws {
    let folder = try TemporaryFolder()
    let descriptor = open(try folder.write("Nr;Namn\n1;Åke\n", to: "list.csv"), O_RDONLY)
    if isPartlyRead { #expect(lseek(descriptor, 8, SEEK_SET) == 8) }
    try withStandardInput(descriptor) {
      let file = try InputFile(path: "-")
      #expect(file.name == InputTexts.standardInput)
      #expect(file.isNameless)
      #expect(file.size == (isPartlyRead ? 7 : 15))
      let first = try readRows(DelimitedText(file: file)).map(\.cells)
      #expect(first.last == ["1", "Åke"])
    }
  }

  @Test(arguments: [(14, true), (13, false)])
  func noMoreIsCopiedThanTheLimit(limit: Int, fits: Bool) throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let text = Array("Nr;Namn\n1;Åk\n".utf8)
    #expect(write(ends[1], text, text.count) == 14)
    close(ends[1])
    withStandardInput(ends[0]) {
      let error = error { _ = try InputOpener.open(path: "-", options: ReadingOptions(maximumStreamSize: limit)) }
      #expect(error?.code == (fits ? nil : "input.tooLarge"))
      #expect(error?.status == (fits ? nil : .unreadableInput))
    }
  }

  @Test func aDeviceThatNeverEndsIsRefused() throws {
    let error = try #require(
      error { _ = try InputOpener.open(path: "/dev/zero", options: ReadingOptions(maximumStreamSize: 1 << 20)) })
    #expect(error.code == "input.tooLarge")
    #expect(error.text == InputTexts.tooLarge(Text(verbatim: "/dev/zero"), megabytes: 1))
  }

  @Test func emptyStandardInputIsRefused() throws {
    try withStandardInput(open("/dev/null", O_RDONLY)) {
      let error = try #require(error { _ = try InputOpener.open(path: "-") })
      #expect(error.code == "input.empty")
      #expect(error.text == InputTexts.isEmpty(InputTexts.standardInput))
    }
  }
}
