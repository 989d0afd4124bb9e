import ArgumentParser
import Foundation
import Texts

/// What to type first, for who typed only `kundreg`.
enum FirstSteps {
  static func tell() throws {
    let global = try GlobalOptions.parse([])
    let path = try global.registerPath(global.configuration())
    let exists = FileManager.default.fileExists(atPath: path)
    Output.line(
      exists ? FirstStepsTexts.withRegister(path) : FirstStepsTexts.withoutRegister(path), paths: [path])
  }
}
