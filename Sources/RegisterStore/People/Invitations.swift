package import Foundation
import GRDB

extension RegisterWriter {
  /// Brings the invitations of a run that is taken back in line with the customer users that there are now: one whose user
  /// is gone is withdrawn, and one that an undo had withdrawn waits again when that undo is undone.
  ///
  /// A withdrawn invitation belongs to this run, so that it is known whose undoing brings it back; one that a person cleared
  /// stays cleared.
  package func settleInvitations(ofRun undone: Int, at time: Date = Date()) throws {
    let record = try Row.fetchOne(
      db, sql: "SELECT coalesce(reverts, reverts_part) IS NOT NULL, updated + created = 0 FROM run WHERE id = ?",
      arguments: [undone])!
    let (isUndo, isOnlyInvitation): (Bool, Bool) = (record[0], record[1])
    let invitations = try Row.fetchAll(
      db, sql: "SELECT id, user, cleared_at IS NOT NULL AS is_cleared FROM notification WHERE run = ? AND kind = ?",
      arguments: [undone, UserNotification.Kind.invitation.rawValue])
    for invitation in invitations {
      let login: String = invitation["user"]
      let isCleared: Bool = invitation["is_cleared"]
      // Who was only invited stays a user when the invitation is taken back.
      let isInvited = try customer(withUser: login) != nil && (isCleared || !isOnlyInvitation)
      guard isCleared == isInvited, !isCleared || isUndo else { continue }
      try db.execute(
        sql: "UPDATE notification SET run = ?, cleared_at = ? WHERE id = ?",
        arguments: [run, isInvited ? nil : Self.timestamp(time), invitation["id"] as Int64])
    }
  }
}
