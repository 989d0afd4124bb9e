import Foundation
import Runs
import Texts

/// Where the user is logged in, with a button to end each.
enum SessionsPage {
  static func html(_ sessions: [Session], own: Session, for visitor: Visitor) -> HTMLWriter {
    let time = TimeFormat.current
    return PageFrame.document(LoginTexts.sessionsTitle, for: visitor) { html in
      html.element("h1", text: LoginTexts.sessionsTitle)
      html.element("p", text: LoginTexts.sessionsSay)
      html.element("div", .style("scroll"), .own("tabindex", "0"), .own("role", "region"), .labelled(by: "sessions")) {
        html in
        html.element("table") { html in
          html.element(
            "caption", .id("sessions"), text: LoginTexts.sessionsCaption(sessions.count, zone: time.zoneName))
          html.element("thead") { html in
            html.element("tr") { html in
              let headings = [
                LoginTexts.begun, LoginTexts.lastUsed, LoginTexts.browser, LoginTexts.address, LoginTexts.action,
              ]
              for heading in headings { html.element("th", .own("scope", "col"), text: heading) }
            }
          }
          html.element("tbody") { html in
            for session in sessions { row(session, isOwn: session.id == own.id, time, &html) }
          }
        }
      }
    }
  }

  private static func row(_ session: Session, isOwn: Bool, _ time: TimeFormat, _ html: inout HTMLWriter) {
    let begun = shown(session.begun, time)
    html.element("tr") { html in
      html.element("th", .own("scope", "row"), .style("time"), text: Text(verbatim: begun))
      html.element("td", .style("time"), text: Text(verbatim: shown(session.lastUsed, time)))
      html.element("td") { $0.foreign(session.browser) }
      html.element("td") { $0.foreign(session.address) }
      html.element("td") { html in
        guard !isOwn else { return html.say(LoginTexts.thisOne) }
        html.element("form", .own("method", "post"), .action(.endSession(id: session.id))) { html in
          html.element(
            "button", .style("small"), .label(LoginTexts.endSession(begun: begun)[html.language]), text: LoginTexts.end)
        }
      }
    }
  }

  private static func shown(_ moment: Date, _ time: TimeFormat) -> String { time.shown(moment.formatted(.iso8601)) }
}
