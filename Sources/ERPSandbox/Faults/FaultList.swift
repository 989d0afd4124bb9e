/// The faults that wait for their requests.
struct FaultList: Sendable {
  private(set) var waiting: [Fault] = []

  mutating func add(_ fault: Fault) { waiting.append(fault) }

  mutating func clear() { waiting.removeAll() }

  /// The fault that a request meets, if any. The first that matches counts the request, also when it lets it pass.
  mutating func take(
    _ request: SandboxRequest, of system: ERPSystem, company: Int?, listsCustomers: Bool
  ) -> Fault? {
    guard
      let index = waiting.firstIndex(where: {
        $0.matches(request, of: system, company: company, listsCustomers: listsCustomers)
      })
    else { return nil }
    if waiting[index].skip > 0 {
      waiting[index].skip -= 1
      return nil
    }
    let fault = waiting[index]
    waiting[index].count -= 1
    if waiting[index].count <= 0 { waiting.remove(at: index) }
    return fault
  }
}
