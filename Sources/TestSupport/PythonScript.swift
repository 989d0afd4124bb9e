package import Foundation

/// Runs Python scripts that write workbooks: the programs under comparison are Python's XlsxWriter and openpyxl.
package enum PythonScript {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Runs a script with the given arguments and standard input, and returns what it prints.
  @discardableResult
  package static func run(_ script: String, _ arguments: [String] = [], input: Data = Data()) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kundreg-python-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files instead of pipes: a pipe that nobody drains blocks the script.
    let files = try ["in", "out", "err"].map { name in
      let file = folder.appendingPathComponent(name)
      try (name == "in" ? input : Data()).write(to: file)
      return file
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    if errors.contains("ModuleNotFoundError") {
      throw Failure(
        description: "These tests need two Python modules: run `pip install XlsxWriter openpyxl`. \(errors)")
    }
    guard process.terminationStatus == 0 else { throw Failure(description: errors) }
    return try Data(contentsOf: files[1])
  }
}
