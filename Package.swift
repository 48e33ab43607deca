// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "sluice",
  products: [
    .executable(name: "sluice", targets: ["sluice"]),
    .executable(name: "sluiced", targets: ["sluiced"]),
    .executable(name: "sluice-bench", targets: ["sluice-bench"]),
  ],
  targets: [
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CCurl"),
    .systemLibrary(name: "CMicroHTTP"),
    .systemLibrary(name: "CSodium"),

    library("SluiceCore"),
    library("SQLite", ["CSQLite"]),
    library("SluiceStore", ["SluiceCore", "SQLite"]),
    library("SluiceEngine", ["SluiceCore", "SluiceStore"]),
    library("Drawing"),
    library("Terminal", ["Drawing", "CNcurses"]),
    library("WebCall", ["CCurl"]),
    library("ProviderCalls", ["SluiceCore", "SluiceEngine", "WebCall"]),
    library("HTTPServer", ["CMicroHTTP"]),
    library("Passwords", ["CSodium"]),
    library("SluiceAPI", ["SluiceCore"]),
    library(
      "SluiceServer",
      [
        "SluiceCore", "SluiceAPI", "SluiceEngine", "ProviderCalls", "HTTPServer", "Passwords",
      ]),
    library("SluiceClient", ["SluiceCore", "SluiceAPI", "WebCall"]),
    library("Markdown"),
    library("SluiceTUI", ["SluiceCore", "Drawing", "Markdown"]),
    library("SluiceSamples", ["SluiceCore"]),
    library(
      "SluiceCLI",
      [
        "SluiceCore", "SluiceAPI", "SluiceEngine", "SluiceClient", "SluiceTUI", "SluiceSamples",
        "Drawing", "Terminal", "ProviderCalls", "WebCall",
      ]),
    .executableTarget(name: "sluice", dependencies: ["SluiceCLI"], swiftSettings: strict),
    .executableTarget(name: "sluiced", dependencies: ["SluiceServer"], swiftSettings: strict),

    // What the figures are measured against: the same work, written in C.
    .target(
      name: "CBaseline", dependencies: ["CSQLite", "CNcurses", "CMicroHTTP", "CSodium"],
      cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "sluice-bench",
      dependencies: [
        "CBaseline", "SluiceCore", "SluiceEngine", "SluiceStore", "SluiceTUI", "SluiceSamples",
        "SluiceServer", "HTTPServer", "Passwords", "Drawing", "Terminal",
      ],
      swiftSettings: strict),

    // What several suites send to servers.
    .target(
      name: "ServerWalks", dependencies: ["SluiceCore"], path: "Tests/ServerWalks",
      swiftSettings: strict),
    // What stands in for a server that speaks Alloy's guide and no more.
    .target(
      name: "AlloyGuideServer", dependencies: ["HTTPServer", "SluiceCore"],
      path: "Tests/AlloyGuideServer", swiftSettings: strict),

    tests("SluiceCoreTests", ["SluiceCore"]),
    tests("SQLiteTests", ["SQLite"]),
    tests(
      "SluiceEngineTests",
      [
        "SluiceEngine", "SluiceStore", "SluiceCore", "SQLite", "SluiceClient", "SluiceAPI",
        "WebCall", "SluiceServer", "HTTPServer",
      ]),
    tests("DrawingTests", ["Drawing"]),
    tests("MarkdownTests", ["Markdown"]),
    .testTarget(
      name: "SluiceTUITests", dependencies: ["SluiceTUI", "SluiceCore", "Drawing", "Markdown"],
      exclude: ["__Snapshots__"], swiftSettings: strict),
    tests("WebCallTests", ["WebCall", "HTTPServer"]),
    tests("HTTPServerTests", ["HTTPServer"]),
    tests("PasswordsTests", ["Passwords"]),
    tests("SluiceAPITests", ["SluiceAPI", "SluiceCore"]),
    tests(
      "SluiceServerTests",
      [
        "SluiceServer", "SluiceAPI", "SluiceEngine", "SluiceCore", "HTTPServer", "Passwords",
        "ServerWalks",
      ]),
    tests(
      "SluiceClientTests",
      ["SluiceClient", "SluiceAPI", "SluiceCore", "WebCall", "HTTPServer", "AlloyGuideServer"]),
    tests(
      "SluiceCLITests",
      [
        "SluiceCLI", "SluiceCore", "SluiceEngine", "SluiceClient", "SluiceSamples",
        "ProviderCalls", "HTTPServer",
      ]),
    tests(
      "ProgramTests",
      [
        "sluice", "sluiced", "SQLite", "ServerWalks", "AlloyGuideServer", "SluiceTUI", "Drawing",
      ]),
    tests("RepositoryTests", []),
  ],
  swiftLanguageModes: [.v6]
)
