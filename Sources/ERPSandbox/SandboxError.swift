/// Why a sandbox cannot start, as a sentence with its remedy.
package struct SandboxError: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
