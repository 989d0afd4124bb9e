import Foundation
import Testing

/// Python scripts that write workbooks, as other programs do: with openpyxl.
enum Script {
  static func run(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-X", "utf8", "-c", script]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "python3 failed; it needs the package openpyxl")
  }
}
