import Rows
import Testing

@testable import Readers

@Suite struct JSONOddCellTests {
  private func odd(_ text: String) throws -> [String] {
    var reader = try json(text).rows(ofTable: 0)
    var batch = RowBatch()
    #expect(try reader.read(into: &batch, maximumRows: 100))
    return (0..<batch.count).flatMap { index in
      let row = batch.rows[index]
      return batch.oddCells.filter { $0.cell >= row.firstCell && $0.cell < row.firstCell + row.cellCount }
        .map { "\(row.position):\($0.cell - row.firstCell) \($0.kind)" }
    }
  }

  @Test func yesAndNoAreToldAndTheirWordsAreNot() throws {
    #expect(
      try odd(#"[{"a": true, "b": "true", "c": {"d": false}}, {"c": {"d": true}, "a": null}, {"b": 1}]"#)
        == ["1:0 boolean", "1:2 boolean", "2:2 boolean"])
  }

  @Test func severalValuesInACellAreToldAndOneIsNot() throws {
    #expect(
      try odd(#"[{"e": true, "t": ["a", 1], "c": ["x"], "d": []}, {"c": [null, "x"], "t": ["y"], "e": [false, true]}]"#)
        == ["1:0 boolean", "1:1 list", "2:0 list", "2:2 list"])
  }

  @Test func aNumberWithAnExponentIsToldAndATextIsNot() throws {
    #expect(
      try odd(#"[{"a": 1e3, "b": "1e3", "c": 1000, "d": -1.5E+2}, {"a": "tre", "b": null, "c": true, "d": 2.5}]"#)
        == ["1:0 exponent", "1:3 exponent", "2:2 boolean"])
  }

  @Test func namesInAnotherOrderAreToldInTheOrderOfColumns() throws {
    #expect(try odd(#"[{"a": 1, "b": 2}, {"b": true, "a": false}]"#) == ["2:0 boolean", "2:1 boolean"])
  }
}
