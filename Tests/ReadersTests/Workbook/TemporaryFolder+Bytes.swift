import Foundation
import TestSupport

extension TemporaryFolder {
  /// The bytes of a file.
  func bytes(of path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
}
