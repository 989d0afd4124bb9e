import Benchmark
import CustomerModel
import Mapping
import Rows
import Validation

/// Records to judged records, by every rule that the columns have.
func validationBenchmarks() {
  Benchmark("Records judged") { (benchmark, state: (validator: Validator, records: [RecordBatch])) in
    var records = state.records.map(\.asMapped)
    benchmark.startMeasurement()
    for index in records.indices { state.validator.validate(&records[index]) }
    benchmark.stopMeasurement()
    blackHole(records)
  } setup: {
    let register = try MicroRegister()
    let context = ValidationContext(settings: RegisterSettings(), today: MicroRegister.today)
    let columns = try register.compiledMapping().columns
    return (
      validator: try Validator(context: context, columns: columns, headers: register.header),
      records: try register.records()
    )
  }
}

extension RecordBatch {
  /// A copy with values of its own, as the mapping hands it over.
  fileprivate var asMapped: RecordBatch {
    var batch = self
    batch.values.withUnsafeMutableBufferPointer { _ in }
    return batch
  }
}
