import RegisterStore
import Runs
import Texts

/// Runs as rows, each with the way to its own page.
enum RunTable {
  static func write(_ runs: [ShownRun], to html: inout HTMLWriter) {
    guard !runs.isEmpty else { return html.element("p", .style("quiet"), text: RunPageTexts.none) }
    let time = TimeFormat.current
    html.element("div", .style("scroll"), .own("tabindex", "0"), .own("role", "region"), .labelled(by: "runs")) {
      html in
      html.element("table") { html in
        html.element("caption", .id("runs"), text: RunPageTexts.caption(zone: time.zoneName))
        html.element("thead") { html in
          html.element("tr") { html in
            for heading in RunPageTexts.headings { html.element("th", .own("scope", "col"), text: heading) }
          }
        }
        html.element("tbody") { html in for run in runs { row(run, time, &html) } }
      }
    }
  }

  private static func row(_ run: ShownRun, _ time: TimeFormat, _ html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", .own("scope", "row")) { html in
        html.element("a", .link(.run(run.id)), text: Text(verbatim: "\(run.id)"))
      }
      html.element("td", .style("time")) { html in
        html.element("time", .datetime(run.startedAt), text: Text(verbatim: time.shown(run.startedAt)))
      }
      html.element("td") { $0.foreign(run.user) }
      html.element("td", text: run.kind.label)
      html.element("td") { $0.foreign(run.toldSource[$0.language]) }
      html.element("td", text: run.told)
    }
  }
}
