"""Kundreg measured beside the tools that people use instead. `Benchmarks/run` is the way in."""
