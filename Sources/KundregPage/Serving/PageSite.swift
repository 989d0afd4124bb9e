import PageLaunch
import Texts

/// All that answers to requests share.
struct PageSite: Sendable {
  let door: RegisterDoor
  let origin: OwnOrigin
  let links: LoginLinks
  let sessions: Sessions
  let passwords: PasswordDesk
  /// The language of who asks for none.
  let language: Language
  /// Keeps who came in and who did not.
  let audit: @Sendable (AuditEvent) -> Void
  /// Told the kind of a failure of ours, never what it was about.
  let trouble: @Sendable (String) -> Void
  /// How long a form is waited for.
  var formTime = ServingLimits.form
}
