import CustomerModel
import Foundation
import Texts

/// A mapping file that is kept in a mapping folder, where the header of its list finds it.
package enum KeptMapping {
  /// Writes the file `NAME.json` into the first folder that can be written to.
  ///
  /// - Returns: its path.
  /// - Throws: ``KundregError``: `mapping.badName`, `mapping.isThere` with status 64, `mapping.noFolder` with status 78.
  package static func write(_ json: String, name: String, folders: [String]) throws -> String {
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.hasSuffix(".json") else {
      throw KundregError(.mappingBadName, KeptMappingTexts.badName(name))
    }
    let files = FileManager.default
    if let there = folders.map({ "\($0)/\(name).json" }).first(where: files.fileExists) {
      throw KundregError(.mappingIsThere, KeptMappingTexts.isThere(there))
    }
    guard let folder = folders.first(where: { isFolder($0) && files.isWritableFile(atPath: $0) }) else {
      throw KundregError(.mappingNoFolder, KeptMappingTexts.noFolder(folders))
    }
    let path = "\(folder)/\(name).json"
    do {
      try Data(json.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw KundregError(.mappingNoFolder, KeptMappingTexts.noFolder([folder]))
    }
    return path
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
