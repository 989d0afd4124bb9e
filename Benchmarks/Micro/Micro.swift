import Benchmark

/// What `Benchmarks/micro` measures, in the order of an import. Benchmarks/README.md says what each is.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .instructions], warmupIterations: 3, maxDuration: .seconds(3))
  readingBenchmarks()
  mappingBenchmarks()
  validationBenchmarks()
  identityBenchmarks()
  differBenchmarks()
}
