import CustomerModel
import Foundation
import TestSupport
import Testing

@testable import RegisterStore

@Suite struct SyncLockTests {
  private func failure(_ body: () throws -> Void) -> KundregError? {
    do {
      try body()
      return nil
    } catch {
      return error as? KundregError
    }
  }

  @Test func oneSyncOfASystemRunsAtATime() throws {
    let store = try Store()
    let other = try Register(existing: store.path)
    let lock = try store.register.lockSync("fortnox")
    let error = failure { _ = try other.lockSync("fortnox") }
    #expect(error?.status == .busy)
    #expect(error?.code == "sync.busy")
    #expect(FileManager.default.fileExists(atPath: store.path + ".sync-fortnox.lock"))
    // Another system, and everything else, goes on.
    try other.lockSync("visma").release()
    try other.write { try $0.setStarted("visma", at: Store.time()) }
    lock.release()
    lock.release()
    let second = try other.lockSync("fortnox")
    #expect(failure { _ = try store.register.lockSync("fortnox") }?.code == "sync.busy")
    second.release()
  }

  @Test func aLockThatNobodyHoldsAnyMoreIsFree() throws {
    let store = try Store()
    do {
      let lock = try store.register.lockSync("fortnox")
      #expect(failure { _ = try store.register.lockSync("fortnox") }?.code == "sync.busy")
      _ = lock
    }
    #expect(failure { try store.register.lockSync("fortnox").release() } == nil)
  }

  @Test func aRegisterOpenedByAnotherNameHasTheSameLock() throws {
    let store = try Store()
    let alias = store.folder.file("alias.db")
    try FileManager.default.createSymbolicLink(atPath: alias, withDestinationPath: store.path)
    let other = try Register(existing: alias)
    let lock = try store.register.lockSync("fortnox")
    #expect(failure { _ = try other.lockSync("fortnox") }?.code == "sync.busy")
    lock.release()
  }

  @Test func theLockHoldsBetweenProcessesAndEndsWithThem() throws {
    let store = try Store()
    let file = store.path + ".sync-fortnox.lock"
    let lock = try store.register.lockSync("fortnox")
    #expect(try run(["flock", "--nonblock", file, "true"]) == 1)
    lock.release()
    #expect(try run(["flock", "--nonblock", file, "true"]) == 0)

    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let output = Pipe()
    holder.standardOutput = output
    // exec: the process that is killed is the one that holds the lock.
    holder.arguments = ["bash", "-c", "exec 9<>'\(file)'; flock 9; echo held; exec sleep 60"]
    try holder.run()
    #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
    #expect(failure { _ = try store.register.lockSync("fortnox") }?.code == "sync.busy")
    kill(holder.processIdentifier, SIGKILL)
    holder.waitUntilExit()
    #expect(failure { try store.register.lockSync("fortnox").release() } == nil)
  }

  @Test func aLockThatCannotBeTakenSaysWhy() throws {
    let store = try Store()
    let file = store.path + ".sync-fortnox.lock"
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    let error = failure { _ = try store.register.lockSync("fortnox") }
    #expect(error?.status == .failed)
    #expect(error?.code == "sync.cannotLock")
    #expect(error?.text == SyncStoreTexts.cannotLock(file, reason: String(cString: strerror(EISDIR))))
  }

  /// The exit status of a command.
  private func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
