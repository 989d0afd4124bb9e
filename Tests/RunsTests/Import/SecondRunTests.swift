import CustomerModel
import Differ
import RegisterStore
import Runs
import TestSupport
import Testing

@Suite struct SecondRunTests {
  @Test(arguments: Array(UInt64(61)...74) + [314, 360])
  func anyFileIsUnchangedTheSecondTime(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let office = try Office(random.chance(0.5) ? [.generateNumber: 1] : [:])
    for _ in 0..<4 {
      try RandomFile.write(to: office, &random)
      let options = RandomFile.options(&random)
      // Matched by identity too, two rows of one identity and two numbers can change places: the second time the first of
      // them finds the customer that the other one made.
      func choose(_ chosen: inout ImportOptions) {
        options(&chosen)
        chosen.match = [.number]
      }
      let first = try office.importing("random.csv", choose)
      let before = try office.state()
      let changes = Changes()
      let second = try office.importing("random.csv", changes: changes, choose)
      let lines = changes.lines
      #expect(lines == [])
      #expect(second.counts.unchanged == second.counts.rows - second.counts.rejected)
      #expect(second.counts.rejected == first.counts.rejected)
      let differences = try before.differences(in: office.state())
      #expect(differences == [])
    }
  }
}
