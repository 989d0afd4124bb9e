import Foundation

extension Configuration {
  /// The folders that hold mappings, those looked in first before the others; only such as exist, none twice.
  ///
  /// The configuration's `mappings`, `$KUNDREG_MAPPINGS`, `../share/kundreg/Mappings` beside the executable, then the
  /// checkout's `Mappings`: in the working directory, or above the executable beside a `Package.swift`.
  ///
  /// - Parameters:
  ///   - executablePath: The running program's file. A symbolic link is followed: the program may be linked into a `bin`.
  package func mappingFolders(
    executablePath: String, workingDirectory: String, environment: [String: String]
  ) -> [String] {
    var candidates = mappings.map { resolved($0) }
    if let folder = environment["KUNDREG_MAPPINGS"], !folder.isEmpty {
      candidates.append(Configuration(folder: workingDirectory).resolved(folder))
    }
    let binaries = URL(fileURLWithPath: executablePath).resolvingSymlinksInPath().deletingLastPathComponent()
    candidates.append(binaries.deletingLastPathComponent().path + "/share/kundreg/Mappings")
    candidates.append(workingDirectory + "/Mappings")
    var folder = binaries
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
        candidates.append(folder.path + "/Mappings")
        break
      }
      folder = folder.deletingLastPathComponent()
    }
    var seen: Set<String> = []
    return candidates.filter { candidate in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), isFolder.boolValue else {
        return false
      }
      return seen.insert(URL(fileURLWithPath: candidate).resolvingSymlinksInPath().path).inserted
    }
  }
}
