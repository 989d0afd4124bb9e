extension RejectsFile {
  /// The path when none is given: beside the input, `kunder.csv.rejects.csv` for `kunder.csv`; `stdin.rejects.csv` in the
  /// working directory for standard input, which is written `-`.
  ///
  /// - Parameter list: whose rows they are, where others of the same input have a file, too:
  ///   `kunder.xlsx.facilities.rejects.xlsx`.
  package static func defaultPath(input: String, isWorkbook: Bool, list: String? = nil) -> String {
    (input == "-" ? "stdin" : input) + (list.map { "." + $0 } ?? "") + (isWorkbook ? ".rejects.xlsx" : ".rejects.csv")
  }

  /// Where the file that stands at a default path is kept: `kunder.csv.rejects.previous.csv`. The newest one wins.
  static func previousPath(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path + ".previous" }
    return path[..<dot] + ".previous" + path[dot...]
  }

  /// Where rows may be that a run wrote to a path: there, and in the file that a later run kept.
  package static func places(of path: String) -> [String] { [path, previousPath(of: path)] }
}
