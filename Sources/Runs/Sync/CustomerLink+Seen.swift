import Documents
import AccountingSystems
import RegisterStore

extension CustomerLink {
  /// The link with the record as it is seen now.
  func seen(_ remote: RemoteCustomer) -> CustomerLink {
    var link = self
    link.record = remote.object.json
    link.changed = remote.changed
    link.remoteNumber = remote.number
    return link
  }
}
