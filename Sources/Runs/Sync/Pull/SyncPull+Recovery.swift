import AccountingSystems
import CustomerModel
import Differ
import Documents
import RegisterStore

extension SyncPull {
  /// Reads back every record whose last request has an unknown outcome, so that the merge sees what became of it.
  func recover() throws {
    let pending = try scope.register.read { try $0.pendingPushes(scope.system) }
    for entry in pending {
      let link = try scope.register.read { try $0.link(scope.system, customer: entry.customer) }
      let remote =
        if let link {
          try scope.service.customer(id: link.remoteID)
        } else {
          try scope.service.customer(number: entry.number)
        }
      try scope.register.write { writer in
        if let remote {
          try agreeOnWhatArrived(entry, remote, link: link, in: writer)
          try writer.receive(remote, scope.system)
        }
        try writer.finishPush(entry.id, as: .superseded, reason: PushTexts.answerIsLost)
      }
    }
  }

  /// What was sent and is there now is what both sides agreed on, whatever the customer is here by now: otherwise an edit
  /// since then would count as one on both sides.
  private func agreeOnWhatArrived(
    _ entry: PushEntry, _ remote: RemoteCustomer, link: CustomerLink?, in writer: RegisterWriter
  ) throws {
    // The push was made from the customer as the merge of its run left it, or, rarely, as it was edited in between: then
    // what arrived is another value than the one below, and the merge decides as it does without knowing.
    guard let run = entry.run, let sent = try writer.card(ofCustomer: entry.customer, afterRun: run) else { return }
    let record = scope.reading.read(remote.object, as: sent)
    // A customer that was created is only what was sent; in one that was changed a cleared field may read as another key.
    let told = Retelling(sent, over: link == nil ? .object([]) : remote.object, isCreation: link == nil, scope)
    let arrived = entry.fields.filter {
      scope.reading.fields.contains($0) && (record[$0] == sent[$0] || record[$0] == told[$0])
    }
    if var link {
      guard var agreed = link.agreed else { return }
      for path in arrived { agreed.agree(path, register: sent[path], erp: record[path]) }
      link.agreed = agreed
      try writer.save(link)
    } else if arrived.contains(FieldPath(.customerName)), try writer.link(scope.system, remoteID: remote.id) == nil {
      var agreed = AgreedState()
      // What reads otherwise than it was sent may be somebody's change since then, and is taken for one.
      for path in scope.reading.fields { agreed.agree(path, register: sent[path], erp: told[path] ?? sent[path]) }
      try writer.save(
        CustomerLink(
          system: scope.system, customer: entry.customer, remoteID: remote.id, remoteNumber: remote.number,
          agreed: agreed, record: remote.object.json, changed: remote.changed))
    }
  }
}
