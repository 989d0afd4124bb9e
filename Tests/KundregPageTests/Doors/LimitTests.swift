import Hummingbird
import HummingbirdCore
import NIOCore
import Testing

@testable import KundregPage

@Suite struct LimitTests {
  @Test func tooLargeFormsAreRefused() async throws {
    let reception = try Reception()
    let cookie = try await reception.logIn()
    let most = ServingLimits.formBytes
    let form = "language=sv&to=%2Fruns&x="
    let full = form + String(repeating: "x", count: most - form.utf8.count)
    #expect(try await reception.post("/language", full, as: cookie).status == 303)
    let reply = try await reception.post("/language", full + "x", as: cookie)
    #expect(reply.status == 413)
  }

  /// Before a byte of it has come.
  @Test(arguments: [ServingLimits.formBytes + 1, Int.max])
  func announcedAsTooLargeTheyAreNotWaitedFor(bytes: Int) async throws {
    let reception = try Reception()
    let body = AsyncStream<ByteBuffer> {
      Issue.record("It was read.")
      return nil
    }
    let reply = try await reception.send(
      "POST", "/language", as: try await reception.logIn(),
      ["Sec-Fetch-Site": "same-origin", "Content-Length": "\(bytes)"], body: RequestBody(asyncSequence: body))
    #expect(reply.status == 413)
    #expect(reply["Connection"] == "close")
  }

  /// Who is late is told so before the connection's own time ends, which tells nothing.
  @Test func formsHaveLessTimeThanConnections() {
    #expect(ServingLimits.form < .nanoseconds(ServingLimits.head.nanoseconds))
  }

  /// A body of which nobody reads the rest could go on for ever.
  @Test func whatIsLeftUnreadEndsTheConnection() async throws {
    let reception = try Reception()
    let large = try await reception.send(
      "POST", "/language", as: try await reception.logIn(),
      ["Sec-Fetch-Site": "same-origin", "Content-Length": "70000"],
      String(repeating: "x", count: 70_000))
    #expect(large["Connection"] == "close")
    let foreign = try await reception.send(
      "POST", "/logout", ["Sec-Fetch-Site": "cross-site", "Content-Length": "70000"])
    #expect(foreign["Connection"] == "close")
    let chunked = try await reception.send("PUT", "/", ["Transfer-Encoding": "chunked"])
    #expect(chunked["Connection"] == "close")
    #expect(try await reception.get("/nowhere")["Connection"] == nil)
    // Nor is the body of a request that has no form read, though it is answered.
    for (name, value) in [("Transfer-Encoding", "chunked"), ("Content-Length", "5")] {
      let asset = try await reception.get("/assets/" + Asset.stylesheet.name, [name: value])
      #expect(asset.status == 200)
      #expect(asset["Connection"] == "close")
    }
    let cookie = try await reception.logIn()
    let page = try await reception.get("/", as: cookie, ["Content-Length": "0"])
    #expect(page.status == 200 && page["Connection"] == nil)
    let form = "language=sv"
    let taken = try await reception.send(
      "POST", "/language", as: cookie,
      [
        "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": "\(form.utf8.count)",
      ], form)
    #expect(taken.status == 303 && taken["Connection"] == nil)
  }

  /// The form never ends; only its time does.
  @Test func slowFormsAreNotWaitedFor() async throws {
    let reception = try Reception(formTime: .milliseconds(20))
    let cookie = try await reception.logIn()
    let (stream, continuation) = AsyncStream.makeStream(of: ByteBuffer.self)
    continuation.yield(ByteBuffer(string: "language="))
    let reply = try await reception.send(
      "POST", "/language", as: cookie, Reception.ourFormFields, body: RequestBody(asyncSequence: stream))
    continuation.finish()
    #expect(reply.status == 408)
  }

  /// Who sends a form and never ends it keeps nobody else from the page.
  @Test func formsThatAreWaitedForAreNotCounted() async throws {
    let reception = try Reception(requests: 1)
    let cookie = try await reception.logIn()
    let (begun, begin) = AsyncStream.makeStream(of: Void.self)
    let (rest, end) = AsyncStream.makeStream(of: ByteBuffer.self)
    let body = AsyncStream<ByteBuffer> {
      begin.yield()
      return await rest.first { _ in true }
    }
    async let slow = reception.send("POST", "/login", Reception.ourFormFields, body: RequestBody(asyncSequence: body))
    _ = await begun.first { _ in true }
    #expect(try await reception.get("/", as: cookie).status == 200)
    end.finish()
    #expect(try await slow.status == 400)
  }

  /// The form of who is not logged in is not even read, but where it logs in.
  @Test(arguments: ["/logout", "/language", "/sessions/x/end", "/customers", "/nowhere"])
  func formsOfStrangersAreNotWaitedFor(path: String) async throws {
    let reception = try Reception()
    let body = AsyncStream<ByteBuffer> {
      Issue.record("It was read.")
      return nil
    }
    let reply = try await reception.send(
      "POST", path, ["Sec-Fetch-Site": "same-origin", "Content-Length": "50"], body: RequestBody(asyncSequence: body))
    #expect(reply.status == 403)
    #expect(reply["Connection"] == "close")
  }

  @Test(arguments: [
    ("text/plain", "language=sv"), ("multipart/form-data; boundary=x", "language=sv"), ("application/json", "{}"),
    ("application/x-www-form-urlencoded", "language=%zz"), ("application/x-www-form-urlencoded", "language=%C3"),
    ("application/x-www-form-urlencoded", "to=%2F"), ("application/x-www-form-urlencoded", "language=de"),
    ("application/x-www-form-urlencoded", String(repeating: "a=1&", count: 300) + "language=sv"),
  ])
  func whatIsNoFormIsRefused(type: String, body: String) async throws {
    let reception = try Reception()
    let cookie = try await reception.logIn()
    let reply = try await reception.send(
      "POST", "/language", as: cookie, ["Sec-Fetch-Site": "same-origin", "Content-Type": type], body)
    #expect(reply.status == 400)
  }

  @Test func longAddressesAreRefused() async throws {
    let reception = try Reception()
    let cookie = try await reception.logIn()
    let path = "/customers?search="
    let fits = path + String(repeating: "x", count: ServingLimits.address - path.utf8.count)
    #expect(try await reception.get(fits, as: cookie).status == 200)
    #expect(try await reception.get(fits + "x", as: cookie).status == 414)
  }

  @Test func whoIsOneTooManyIsAskedToComeAgain() async throws {
    let count = RequestCount(most: 1)
    let outer = await count.whileCounted {
      let inner = await count.whileCounted { "in" }
      #expect(inner == nil)
      return "in"
    }
    #expect(outer == "in")
    #expect(await count.whileCounted { "in" } == "in")
    let reply = try await Reception(requests: 0).get("/")
    #expect(reply.status == 503)
    #expect(reply["Retry-After"] == "5")
  }

  /// One that failed is counted no longer.
  @Test func failuresAreNotCountedForEver() async throws {
    struct Failure: Error {}
    let count = RequestCount(most: 1)
    await #expect(throws: Failure.self) { try await count.whileCounted { throw Failure() } }
    #expect(await count.whileCounted { "in" } == "in")
  }
}
