import ArgumentParser

/// Whether personal identity numbers are shown in full.
struct IdentityOption: ParsableArguments {
  @Flag(help: "Show personal identity numbers in full; for administrators.")
  var showIdentity = false
}
