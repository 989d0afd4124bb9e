import CustomerModel
import Foundation
import Mapping
import Readers
import Rows
import SwedishIdentity

/// A register that `Benchmarks/micro` made, read as an import reads it: in batches of 1,024 rows.
struct MicroRegister {
  private let path: String
  let header: [String]

  private static let batchRows = 1024
  /// Decides centuries. Fixed, so that every run does the same work.
  static let today = CalendarDay(year: 2026, month: 11, day: 24)

  /// - Parameter variable: the environment variable that has the file's path.
  init(_ variable: String = "KUNDREG_MICRO_REGISTER") throws {
    try self.init(path: Self.environment(variable))
  }

  init(path: String) throws {
    self.path = path
    var first = RowBatch()
    var reader = try InputOpener.open(path: path).rows(ofTable: 0)
    _ = try reader.read(into: &first, maximumRows: 1)
    header = first.texts(row: 0)
  }

  /// Opens the file anew, reads all rows, the header too, and gives each batch to the body.
  func forEachBatch(_ body: (RowBatch) -> Void) throws {
    var reader = try InputOpener.open(path: path).rows(ofTable: 0)
    while true {
      var batch = RowBatch()
      guard try reader.read(into: &batch, maximumRows: Self.batchRows) else { return }
      body(batch)
    }
  }

  /// The customers, without the header.
  func batches() throws -> [RowBatch] {
    var reader = try InputOpener.open(path: path).rows(ofTable: 0)
    var batch = RowBatch()
    _ = try reader.read(into: &batch, maximumRows: 1)
    var batches: [RowBatch] = []
    while try reader.read(into: &batch, maximumRows: Self.batchRows) { batches.append(batch) }
    return batches
  }

  /// The mappings that are shipped.
  static func library() throws -> MappingLibrary { try MappingLibrary(folders: [environment("KUNDREG_MAPPINGS")]) }

  /// The mapping that an import would choose.
  func mapping() throws -> MappingFile {
    guard case .mapping(let file, _) = try Self.library().best(for: header) else {
      throw MicroFailure("No mapping knows the register.")
    }
    return file
  }

  func compiledMapping() throws -> CompiledMapping { try CompiledMapping(mapping(), header: header, today: Self.today) }

  /// The customers as records, not judged.
  func records() throws -> [RecordBatch] {
    let mapping = try compiledMapping()
    return try batches().map { mapping.map($0) }
  }

  private static func environment(_ variable: String) throws -> String {
    guard let value = ProcessInfo.processInfo.environment[variable] else {
      throw MicroFailure("\(variable) is not set. Start this by Benchmarks/micro.")
    }
    return value
  }
}

/// Why there is nothing to measure.
struct MicroFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
