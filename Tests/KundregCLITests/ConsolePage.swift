import Foundation
import Testing

/// A page whose `console` blocks are sessions: they are run, in one shell from the first to the last, and must print what
/// the page shows.
struct ConsolePage {
  /// From the checkout: `README.md`.
  let name: String

  /// True for a page whose sections each start in a folder of their own with an empty register; otherwise the whole page
  /// is one session that starts in an empty folder.
  var hasSections = false

  struct Step {
    /// Which `##` section it stands in, from 0.
    let section: Int
    let line: Int
    let command: String
    var output: [String] = []
  }

  /// The commands of the `console` blocks, in order, each with the lines shown below it.
  func steps() throws -> [Step] {
    let lines = try String(contentsOfFile: Program.checkout + "/" + name, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var steps: [Step] = []
    var isInside = false
    var section = 0
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(section: section, line: index + 1, command: String(line.dropFirst(2))))
      } else if isInside, !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      } else if hasSections, line.hasPrefix("## ") {
        section += 1
      }
    }
    return steps
  }

  /// What differs from run to run, and is not what the page tells: times, how long it took, who did it.
  static func normalised(_ text: String) -> [String] {
    var lines = text.replacing(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\dZ?/, with: "TIME")
      .replacing(/\d+\.\d{3} s\b/, with: "0.000 s")
      .replacing(/TIME +[a-z_][-a-z0-9_]* +/, with: "TIME  USER  ")
      .replacing(/-{5,}/, with: "-----").replacing(#/ {2,}/#, with: "  ")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines = lines.map { $0.replacing(#/ +$/#, with: "") }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// What a step's output ends with.
  private static let end = "\u{1E}"

  /// Runs the page's sessions in a place of their own, with the examples of `Fixtures` beside.
  func run() throws {
    let steps = try steps()
    #expect(steps.count >= 8)
    for section in Set(steps.map(\.section)).sorted() { try run(steps.filter { $0.section == section }) }
  }

  private func run(_ steps: [Step]) throws {
    let place = try Workplace(hasRegister: hasSections)
    for file in try FileManager.default.contentsOfDirectory(atPath: Program.fixtures) where file.hasPrefix("kunder") {
      try FileManager.default.copyItem(atPath: Program.fixtures + "/" + file, toPath: place.file(file))
    }
    try FileManager.default.createSymbolicLink(atPath: place.file("Fixtures"), withDestinationPath: Program.fixtures)
    // The page's port may be taken here.
    let port = try String(Sandbox.freePort())
    // One shell from the first step to the last, as a reader has. People see tables: what a terminal gets is asked for by
    // name. A person's next command comes when the server listens; the script waits for it.
    let ready = place.file("ready")
    var script = """
      exec 2>&1
      trap 'kill $(jobs -p) 2>/dev/null' EXIT
      kundreg() { "$PROGRAM" --format table "$@"; }
      erp-sandbox() { exec "$SANDBOX" --ready-file "$READY" "$@"; }

      """
    for step in steps {
      script += step.command.replacing("8480", with: port) + "\n"
      script += "[ ! -e config.json ] || sed -i 's/:8480/:\(port)/' config.json\n"
      if step.command.hasSuffix("&") {
        script += "for _ in {1..600}; do [ ! -e \"$READY\" ] || break; sleep 0.1; done\n"
      }
      script += "printf '\\036'\n"
    }
    let child = try Child(
      "/bin/bash", ["-c", script], in: place.path,
      environment: Program.environment([
        "PROGRAM": Program.path, "SANDBOX": Sandbox.path, "READY": ready, "TZ": "Europe/Stockholm",
      ]))
    let printed = try child.finish().stdout.replacing(place.path, with: ".")
      .replacing(":\(port)", with: ":8480").components(separatedBy: Self.end)
    try #require(printed.count == steps.count + 1, "\(name): the shell ended early: \(printed.last ?? "")")
    for (step, text) in zip(steps, printed) {
      let lines = Self.normalised(text)
      let shown = Self.normalised(step.output.joined(separator: "\n"))
      #expect(
        Self.matches(lines, shown[...]), "\(name):\(step.line): \(step.command)\n\(lines.joined(separator: "\n"))")
    }
  }

  /// True when the lines are those shown; a shown `…` stands for any number of lines.
  static func matches(_ printed: [String], _ shown: ArraySlice<String>) -> Bool {
    var rest = printed[...]
    for (index, line) in zip(shown.indices, shown) {
      if line == "…" {
        guard index + 1 < shown.endIndex else { return true }
        let next = shown[index + 1]
        guard let found = rest.firstIndex(of: next) else { return false }
        rest = rest[found...]
      } else {
        guard rest.first == line else { return false }
        rest.removeFirst()
      }
    }
    return rest.isEmpty
  }
}
