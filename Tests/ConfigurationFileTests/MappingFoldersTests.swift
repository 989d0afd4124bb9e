import Foundation
import TestSupport
import Testing

@testable import ConfigurationFile

@Suite struct MappingFoldersTests {
  private func make(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  @Test func foldersComeInTheContractsOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["etc/own", "env", "usr/share/kundreg/Mappings", "work/Mappings", "usr/bin"] {
      try make(folder.file(name))
    }
    var configuration = Configuration(folder: folder.file("etc"))
    configuration.mappings = ["own", "missing", folder.file("env")]
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("kundreg"), withDestinationPath: folder.file("usr/bin/kundreg"))
    try folder.write("", to: "usr/bin/kundreg")
    let found = configuration.mappingFolders(
      executablePath: folder.file("kundreg"), workingDirectory: folder.file("work"),
      environment: ["KUNDREG_MAPPINGS": "../env/"])
    let resolved = { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    #expect(
      found.map(resolved)
        == ["etc/own", "env", "usr/share/kundreg/Mappings", "work/Mappings"].map { resolved(folder.file($0)) })
  }

  @Test func aCheckoutIsFoundAboveTheExecutable() throws {
    let folder = try TemporaryFolder()
    for name in ["Mappings", "repo/Mappings", "repo/.build/debug", "elsewhere"] { try make(folder.file(name)) }
    try folder.write("", to: "repo/Package.swift")
    let found = Configuration(folder: folder.file("elsewhere")).mappingFolders(
      executablePath: folder.file("repo/.build/debug/kundreg"), workingDirectory: folder.file("elsewhere"),
      environment: [:])
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("/repo/Mappings") == true)
  }

  @Test func aFileIsNoFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Mappings")
    let found = Configuration(folder: folder.path).mappingFolders(
      executablePath: "/nonexistent/bin/kundreg", workingDirectory: folder.path, environment: [:])
    #expect(found.isEmpty)
  }
}
