import CustomerModel

/// Merges a set that the accounting system tells and never takes: what was added there is added here, what was taken away
/// there is taken away here, and names that only the register has stay. Nothing of it can be a conflict.
struct SetMerge {
  let state: FieldState

  func carryOut(in work: inout MergeWork) {
    let present = Self.names(state.register)
    let (there, before) = (Self.names(state.erp), Self.names(state.erpBase))
    let merged = CustomerCard.set(of: present.subtracting(before.subtracting(there)).union(there.subtracting(before)))
    work.card[state.path] = merged.isEmpty ? nil : merged
    work.agreed.agree(state.path, register: work.card[state.path], erp: state.erp)
  }

  private static func names(_ set: String?) -> Set<String> { Set(CustomerCard.names(inSet: set ?? "")) }
}
