import Documents
import Foundation
import Runs
import TestSupport
import Testing

/// The JSON of results as it was recorded: other programs read it, so that a difference is looked at before it is let pass.
enum Snapshot {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Snapshots")

  /// Compares a result with what was recorded of it, but for times and the folder of its files; `KUNDREG_RECORD=1` records it.
  static func expect(
    _ result: some RunResult, _ name: String, in office: TemporaryFolder? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    var bytes: [UInt8] = []
    result.node.write(to: &bytes, indent: 0)
    var text = String(decoding: bytes, as: UTF8.self) + "\n"
    text = text.replacing(/"seconds": [0-9.]+/, with: "\"seconds\": 0.000")
    if let office { text = text.replacing(office.path + "/", with: "") }
    let file = folder.appendingPathComponent(name + ".json")
    if ProcessInfo.processInfo.environment["KUNDREG_RECORD"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOf: file, encoding: .utf8), sourceLocation: location)
  }
}
