import ArgumentParser
import CustomerModel
import RegisterStore
import Runs

/// Whether personal identity numbers are shown in full.
struct IdentityOption: ParsableArguments {
  @Flag(help: "Show personal identity numbers in full; for administrators.")
  var showIdentity = false

  /// How values are shown: masked, unless they were asked for in full; yes and no as words, those of custom fields too.
  ///
  /// - Throws: ``KundregError`` with status 77 when the user is no administrator and asks.
  func shown(in register: RegisterReader, as actor: ActingUser) throws -> (String?, FieldPath) -> String {
    let flags = Set(try register.customFields().filter { $0.kind == .boolean }.map(\.name))
    let shown = try shownValue(in: register, as: actor)
    return { value, path in
      guard path.field == .customFields, flags.contains(path.customName), let value else { return shown(value, path) }
      return value == "1" ? "yes" : value == "0" ? "no" : shown(value, path)
    }
  }

  private func shownValue(
    in register: RegisterReader, as actor: ActingUser
  ) throws -> (String?, FieldPath) -> String {
    guard showIdentity else { return ChangeListing.shown }
    try actor.require(.administrator, in: register, to: "see personal identity numbers in full")
    return { value, path in
      guard let value, path.field.kind != .boolean else { return ChangeListing.shown(value, path) }
      return path.field.isSet ? CustomerCard.names(inSet: value).joined(separator: ", ") : value
    }
  }
}
