import CustomerModel
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import AccountingSystems

@Suite struct CredentialLockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func oneHolderAtATime() {
    let path = folder.file("new/erp.json")
    let inside = Atomic(0), most = Atomic(0), done = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      try? CredentialLock(file: path).whileHeld { () throws(KundregError) in
        let now = inside.add(1, ordering: .relaxed).newValue
        most.max(now, ordering: .relaxed)
        usleep(5000)
        inside.subtract(1, ordering: .relaxed)
        done.add(1, ordering: .relaxed)
      }
    }
    #expect(most.load(ordering: .relaxed) == 1)
    #expect(done.load(ordering: .relaxed) == 4)
  }

  @Test func patienceEnds() throws {
    let path = folder.file("erp.json")
    let waits = Atomic(0)
    try CredentialLock(file: path).whileHeld { () throws(KundregError) in
      Office.expect(.credentialsBusy, naming: "\(path).lock") {
        try CredentialLock(file: path, patience: 3) { waits.add(1, ordering: .relaxed) }.whileHeld {
          () throws(KundregError) in
        }
      }
    }
    #expect(waits.load(ordering: .relaxed) == 3)
  }

  @Test func aFailureGivesItBack() throws {
    let lock = CredentialLock(file: folder.file("erp.json"), patience: 0) {}
    let failure = KundregError(.erpLoginCancelled, LoginTexts.stopped("x"))
    #expect(throws: failure) { try lock.whileHeld { () throws(KundregError) in throw failure } }
    #expect(try lock.whileHeld { () throws(KundregError) in 7 } == 7)
  }
}
