import CustomerModel
import Runs
import Texts

/// What is going on: the last runs, and the way to everything else.
struct StartPage {
  let door: RegisterDoor

  /// How many runs stand here; the page of runs has the others.
  private static let runs = 5

  func html(for visitor: Visitor, user: String) async throws -> HTMLWriter {
    let runs: [ShownRun]? = try await door.read(as: user) { register, actor in
      do {
        return try ShownRun.latest(Self.runs, in: register, as: actor)
      } catch let error as KundregError where error.status == .notPermitted {
        // The page is there for who may see some customers only, too.
        return nil
      }
    }
    return PageFrame.document(FrameTexts.start, for: visitor) { html in
      html.element("h1", text: StartTexts.title)
      html.element("ul", .style("cards")) { html in
        card(.customers(CustomerQuery()), FrameTexts.customers, StartTexts.customers, &html)
        card(.runs, FrameTexts.runs, StartTexts.runs, &html)
        card(.sessions, FrameTexts.sessions, StartTexts.sessions, &html)
      }
      guard let runs else { return }
      html.element("h2", text: StartTexts.latestRuns)
      RunTable.write(runs, to: &html)
    }
  }

  private func card(_ address: PageAddress, _ name: Text, _ text: Text, _ html: inout HTMLWriter) {
    html.element("li") { html in
      html.element("a", .link(address), text: name)
      html.element("p", text: text)
    }
  }
}
