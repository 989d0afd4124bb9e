import CustomerModel
import Runs

/// What was done, by whom, and what came of it.
struct RunsPage {
  let door: RegisterDoor

  func html(for visitor: Visitor, user: String) async throws -> HTMLWriter {
    let runs = try await door.read(as: user) { register, actor in
      try ShownRun.latest(ShownLimits.runsOfPage, in: register, as: actor)
    }
    return PageFrame.document(FrameTexts.runs, for: visitor) { html in
      html.element("h1", text: FrameTexts.runs)
      RunTable.write(runs, to: &html)
      if runs.count == ShownLimits.runsOfPage {
        html.element("p", .style("quiet"), text: RunPageTexts.latest(ShownLimits.runsOfPage))
      }
    }
  }
}
