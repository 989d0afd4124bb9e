import CustomerModel
import Differ
import RegisterStore
import Runs
import Texts

/// One run: who did what and when, what came of it, and which values it changed.
struct RunPage {
  let door: RegisterDoor

  func html(_ id: Int, for visitor: Visitor, user: String) async throws -> HTMLWriter {
    let glance = try await door.read(as: user) { register, actor in
      try RunGlance(id, most: ShownLimits.changesOfRunPage, in: register, as: actor)
    }
    let title = RunPageTexts.title(id)
    return PageFrame.document(title, for: visitor) { html in
      html.element("h1", text: title)
      html.element("dl") { facts(glance.run, &$0) }
      html.element("h2", text: RunPageTexts.changes)
      guard !glance.changes.isEmpty else { return html.element("p", .style("quiet"), text: RunPageTexts.noChanges) }
      table(glance, &html)
    }
  }

  private func facts(_ run: ShownRun, _ html: inout HTMLWriter) {
    let time = TimeFormat.current
    fact(RunPageTexts.started, &html) { html in
      html.element("time", .datetime(run.startedAt), text: Text(verbatim: time.shown(run.startedAt)))
      html.plain(" (\(time.zoneName))")
    }
    fact(RunPageTexts.user, &html) { $0.foreign(run.user) }
    fact(RunPageTexts.kind, &html) { $0.say(run.kind.label) }
    fact(RunPageTexts.source, &html) { $0.foreign(run.toldSource[$0.language]) }
    if let mapping = run.mapping { fact(RunPageTexts.mapping, &html) { $0.foreign(mapping) } }
    fact(RunPageTexts.result, &html) { $0.say(run.told) }
    if let rejects = run.rejects { fact(RunPageTexts.rejects, &html) { $0.foreign(rejects) } }
    for (name, other) in [(RunPageTexts.reverts, run.reverts), (RunPageTexts.revertsPart, run.revertsPart)] {
      guard let other else { continue }
      fact(name, &html) { $0.element("a", .link(.run(other)), text: Text(verbatim: "\(other)")) }
    }
  }

  private func fact(_ name: Text, _ html: inout HTMLWriter, _ value: (inout HTMLWriter) -> Void) {
    html.element("dt", text: name)
    html.element("dd") { value(&$0) }
  }

  private func table(_ glance: RunGlance, _ html: inout HTMLWriter) {
    html.element("div", .style("scroll"), .own("tabindex", "0"), .own("role", "region"), .labelled(by: "changes")) {
      html in
      html.element("table") { html in
        html.element(
          "caption", .id("changes"), text: RunPageTexts.changesCaption(glance.changes.count, hasMore: glance.hasMore))
        html.element("thead") { html in
          html.element("tr") { html in
            let headings = [
              RunPageTexts.customer, RunPageTexts.action, RunPageTexts.field, RunPageTexts.old, RunPageTexts.new,
            ]
            for heading in headings { html.element("th", .own("scope", "col"), text: heading) }
          }
        }
        html.element("tbody") { html in for change in glance.changes { rows(change, &html) } }
      }
    }
  }

  /// A row a field; a change without fields is a row, too.
  private func rows(_ change: ShownChange, _ html: inout HTMLWriter) {
    for field in change.fields.map(Optional.some) + (change.fields.isEmpty ? [nil] : []) {
      html.element("tr") { html in
        html.element("th", .own("scope", "row")) { $0.foreign(change.toldNumber[$0.language]) }
        html.element("td", text: change.action.label)
        html.element("td") { html in if let field { html.say(field.path.label) } }
        for value in [field?.old, field?.new] {
          html.element("td") { html in
            if let field, let value { html.foreign(ShownValue.masked.words(value, at: field.path)[html.language]) }
          }
        }
      }
    }
  }
}
