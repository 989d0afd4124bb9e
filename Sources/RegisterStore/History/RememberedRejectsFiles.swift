import Foundation
import GRDB

extension RegisterReader {
  /// The rejects files that imports wrote. Those of before they were kept as absolute paths are as they were named then, by
  /// a path that may begin in a folder of the past.
  package func rejectsFiles() throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT path FROM rejects_file UNION SELECT rejects FROM run WHERE rejects IS NOT NULL ORDER BY 1
        """)
  }
}

extension RegisterWriter {
  /// Remembers the files that an import wrote for ``RegisterReader/rejectsFiles()``.
  ///
  /// - Parameter paths: as the import names them, from the working directory; nil for a file of which no row was rejected.
  package func rememberRejectsFiles(_ paths: [String?]) throws {
    for path in paths.compactMap(\.self) {
      try db.execute(sql: "INSERT OR IGNORE INTO rejects_file VALUES (?)", arguments: [Self.absolute(path)])
    }
  }

  /// A path from the working directory as one that means the same from any other.
  static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
