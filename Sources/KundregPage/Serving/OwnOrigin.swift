import PageLaunch
import Synchronization

/// What browsers call the page: known once its port is.
final class OwnOrigin: Sendable {
  private let known: Mutex<PageOrigin?>

  init(_ origin: PageOrigin? = nil) { known = Mutex(origin) }

  var value: PageOrigin? {
    get { known.withLock { $0 } }
    set { known.withLock { $0 = newValue } }
  }
}
