import Benchmark
import CustomerModel
import Mapping
import Rows

/// Rows to records: which mapping fits the header, how it is bound to it, and what it makes of the rows.
func mappingBenchmarks() {
  Benchmark("Header, the best of the shipped mappings") { (_, state: (library: MappingLibrary, header: [String])) in
    blackHole(state.library.best(for: state.header))
  } setup: {
    (library: try MicroRegister.library(), header: try MicroRegister().header)
  }

  Benchmark("Header, a mapping compiled") { (_, state: (mapping: MappingFile, header: [String])) in
    blackHole(try CompiledMapping(state.mapping, header: state.header, today: MicroRegister.today))
  } setup: {
    let register = try MicroRegister()
    return (mapping: try register.mapping(), header: register.header)
  }

  Benchmark("Rows to records") { (benchmark, state: (mapping: CompiledMapping, batches: [RowBatch])) in
    let batches = state.batches.map(\.asRead)
    benchmark.startMeasurement()
    for batch in batches { blackHole(state.mapping.map(batch)) }
    benchmark.stopMeasurement()
  } setup: {
    let register = try MicroRegister()
    return (mapping: try register.compiledMapping(), batches: try register.batches())
  }
}

extension RowBatch {
  /// A copy with an arena of its own, and room in it for what the mapping derives, as a reader hands it over.
  fileprivate var asRead: RowBatch {
    var batch = self
    batch.arena = []
    batch.arena.reserveCapacity(arena.count + arena.count / 8)
    batch.arena.append(contentsOf: arena)
    return batch
  }
}
