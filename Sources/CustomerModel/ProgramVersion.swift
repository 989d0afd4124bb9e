/// The program's version, as `--version`, the manual and requests over the network tell it. `CHANGELOG.md` says what it
/// brings.
package enum ProgramVersion {
  package static let current = "0.1.0"
}
