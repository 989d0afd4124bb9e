import Testing
import Texts

@Suite struct CountedNounTests {
  @Test func onlyOneIsSingular() {
    #expect([0, 1, 2].map { $0.counted("row") } == ["0 rows", "1 row", "2 rows"])
    #expect([0, 1, 2].map { $0.counted("file is", "files are") } == ["0 files are", "1 file is", "2 files are"])
    #expect([0, 1, 2].map { $0.counted("rad", "rader") } == ["0 rader", "1 rad", "2 rader"])
  }
}
