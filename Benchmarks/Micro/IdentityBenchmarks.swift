import Benchmark
import CustomerModel
import Mapping
import Rows
import SwedishIdentity

/// Check digits and dates of numbers, one by one.
func identityBenchmarks() {
  Benchmark("Identity numbers") { (_, numbers: TextColumn) in
    numbers.forEach { blackHole(IdentityNumber.read($0, today: MicroRegister.today)) }
  } setup: {
    try TextColumn(.identityNumber)
  }

  // With a blank in the middle, so that the digits are taken one by one.
  Benchmark("Identity numbers, untidy") { (_, numbers: TextColumn) in
    numbers.forEach { blackHole(IdentityNumber.read($0, today: MicroRegister.today)) }
  } setup: {
    try TextColumn(.identityNumber).untidy()
  }

  Benchmark("VAT numbers") { (_, numbers: TextColumn) in
    numbers.forEach { blackHole(VATNumber.read($0)) }
  } setup: {
    try TextColumn(.vatNumber)
  }

  Benchmark("VAT numbers, untidy") { (_, numbers: TextColumn) in
    numbers.forEach { blackHole(VATNumber.read($0)) }
  } setup: {
    try TextColumn(.vatNumber).untidy()
  }
}

/// The values of one field, side by side.
private struct TextColumn {
  private let bytes: [UInt8]
  private let places: [Range<Int>]

  /// The values that the register has of a field.
  init(_ field: Field) throws {
    self.init(
      try MicroRegister().records().flatMap { batch in
        let column = batch.column(of: field)!
        return (0..<batch.count).compactMap { batch.text(column: column, row: $0) }
      })
  }

  private init(_ texts: [String]) {
    var bytes: [UInt8] = []
    places = texts.map { text in
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      return start..<bytes.count
    }
    self.bytes = bytes
  }

  /// The same with a blank behind the fourth character.
  func untidy() -> TextColumn {
    TextColumn(
      places.map {
        String(decoding: bytes[$0].prefix(4), as: UTF8.self) + " "
          + String(decoding: bytes[$0].dropFirst(4), as: UTF8.self)
      })
  }

  func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { all in
      for place in places { body(UnsafeBufferPointer(rebasing: all[place])) }
    }
  }
}
