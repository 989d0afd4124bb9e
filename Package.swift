// swift-tools-version: 6.1
import PackageDescription

/// One settings array for every target: Swift 6 mode comes from the tools version, the rest is opted into here.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Generic types are asked for by calls instead of by their names: for each name the runtime goes through all conformances of the
  // program once, which took a twentieth of a small import.
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, resources: resources,
    swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String? = nil, package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A door to a library that is loaded when it is first needed.
func lazyLibrary(_ name: String) -> Target { .target(name: name, dependencies: ["CLazyLibrary"]) }

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
/// What the page's server is made of.
let pageServer: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdCore", package: "hummingbird"),
  .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "HTTPTypes", package: "swift-http-types"),
]
/// Connections without a network, whose time passes when it is told to.
let embeddedChannels = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
/// What the rehearsal server is made of.
let server: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdCore", package: "hummingbird"),
  .product(name: "NIOCore", package: "swift-nio"), .product(name: "HTTPTypes", package: "swift-http-types"),
  .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
  .product(name: "NIOWebSocket", package: "swift-nio"),
]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let passwordHashes = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// `Benchmarks/micro` measures single functions. Only its own build knows of it: no other build fetches what it takes.
let measuresFunctions = Context.environment["KUNDREG_MICROBENCHMARKS"] != nil
let microDependencies: [Package.Dependency] =
  measuresFunctions ? [.package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: [])] : []
let microTargets: [Target] =
  measuresFunctions
  ? [
    .executableTarget(
      name: "Micro",
      dependencies: [
        "CustomerModel", "Differ", "Mapping", "Readers", "Rows", "SwedishIdentity", "Validation",
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Micro", swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ] : []

let package = Package(
  name: "kundreg",
  products: [
    .executable(name: "kundreg", targets: ["kundreg"]),
    .executable(name: "kundreg-page", targets: ["kundreg-page"]),
    .executable(name: "erp-sandbox", targets: ["erp-sandbox"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ] + microDependencies,
  targets: [
    // libxml2 is linked, as its headers are only found by pkg-config, which links too.
    library("CLibXML2", pkgConfig: "libxml-2.0", package: "libxml2-dev"),
    library("CIconv", package: "libc6-dev"),
    .target(name: "CLazyLibrary", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    lazyLibrary("CLibZip"),
    lazyLibrary("CLibXLSXWriter"),
    lazyLibrary("CLibCurl"),
    .target(name: "CByteScan"),

    room("Texts"),
    room("SwedishIdentity"),
    room("CustomerModel", ["SwedishIdentity", "Texts"]),
    room("Documents", ["Texts"]),
    room("Rows", ["Texts", "CustomerModel"]),
    room("Readers", ["Texts", "Rows", "CByteScan", "CIconv", "CLibZip", "CLibXML2"]),
    room("Mapping", ["Texts", "CustomerModel", "Rows", "SwedishIdentity", "Documents", "CByteScan"]),
    room("Understanding", ["Texts", "CustomerModel", "SwedishIdentity", "Documents", "Mapping"]),
    room("Validation", ["Texts", "CustomerModel", "Rows", "SwedishIdentity", "Documents"]),
    room("Writers", ["Texts", "CustomerModel", "Documents", "Rows", "CLibXLSXWriter"]),
    room("ConfigurationFile", ["Texts", "CustomerModel", "Documents"]),
    room("Differ", ["Texts", "CustomerModel", "Rows", "SwedishIdentity"]),
    room("HTTP", ["Texts", "CustomerModel", "CLibCurl", crypto]),
    room("AccountingSystems", ["Texts", "CustomerModel", "Documents", "ConfigurationFile", "HTTP"]),
    room("CompanyLookup", ["Texts", "CustomerModel", "Documents", "SwedishIdentity", "HTTP"]),
    room(
      "RegisterStore",
      ["Texts", "CustomerModel", "SwedishIdentity", "Documents", "Rows", "Differ", crypto, grdb, grdbSQLite]),
    room("Passwords", ["RegisterStore", crypto, passwordHashes]),
    room(
      "Runs",
      [
        "Texts", "CustomerModel", "Documents", "Rows", "SwedishIdentity", "Readers", "Mapping", "Understanding",
        "Validation", "Writers", "ConfigurationFile", "Differ", "HTTP", "AccountingSystems", "CompanyLookup",
        "RegisterStore", "Passwords",
      ]),
    room("PageLaunch", ["Texts", "CustomerModel"]),
    room(
      "KundregCLI",
      [
        "Texts", "CustomerModel", "Documents", "Rows", "Mapping", "Understanding",
        "Validation", "Writers", "ConfigurationFile", "Differ", "HTTP", "AccountingSystems", "CompanyLookup",
        "RegisterStore", "Runs", "PageLaunch", arguments,
        logging,
      ]),
    .executableTarget(name: "kundreg", dependencies: ["KundregCLI"], swiftSettings: strict),
    // Programs of their own: the others neither link nor load a server.
    room(
      "KundregPage",
      ["Texts", "CustomerModel", "Differ", "RegisterStore", "Runs", "PageLaunch", crypto, logging] + pageServer),
    .executableTarget(name: "kundreg-page", dependencies: ["KundregPage"], swiftSettings: strict),
    room("ERPSandbox", server + [logging]),
    .executableTarget(name: "erp-sandbox", dependencies: ["ERPSandbox", arguments], swiftSettings: strict),
    room("TestSupport", ["HTTP", crypto]),

    tests("Texts"),
    tests("CustomerModel"),
    tests("SwedishIdentity"),
    tests("Documents"),
    tests("Rows"),
    tests("Readers", ["CByteScan"]),
    tests("Mapping"),
    tests("Understanding"),
    tests("Validation"),
    tests("Writers"),
    tests("ConfigurationFile"),
    tests("Differ"),
    tests("HTTP"),
    tests("AccountingSystems"),
    tests("CompanyLookup"),
    tests("RegisterStore"),
    tests("Passwords", ["RegisterStore"]),
    tests("Runs", ["ERPSandbox"]),
    tests("PageLaunch", ["CustomerModel", "Texts"]),
    tests(
      "KundregPage", ["Texts", "CustomerModel", "RegisterStore", "Runs", "PageLaunch", embeddedChannels] + pageServer),
    tests("ERPSandbox", ["erp-sandbox"]),
    tests("KundregCLI", ["kundreg", "kundreg-page", "erp-sandbox", "Texts", "CustomerModel", "Validation", "Runs"]),
  ] + microTargets
)
