import Runs
import Texts

/// What stands around every page: its title, the way to the others, who is logged in.
enum PageFrame {
  /// A whole document.
  ///
  /// - Parameters:
  ///   - title: what stands in the tab; masked where it names a person's number.
  ///   - isNarrow: true for a page of a few sentences.
  static func document(
    _ title: Text, for visitor: Visitor, isNarrow: Bool = false, content: (inout HTMLWriter) throws -> Void
  ) rethrows -> HTMLWriter {
    var html = HTMLWriter(visitor.language)
    html.markup("<!doctype html>\n")
    try html.element("html", .language(visitor.language.rawValue)) { html in
      html.element("head") { head(title, &$0) }
      try html.element("body") { html in
        html.element("a", .style("skip"), .jump("content"), text: FrameTexts.skip)
        top(visitor, &html)
        try html.element("main", .id("content"), .style(isNarrow ? "narrow" : "wide")) { try content(&$0) }
      }
    }
    html.markup("\n")
    return html
  }

  private static func head(_ title: Text, _ html: inout HTMLWriter) {
    html.markup("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    html.markup("<meta name=\"robots\" content=\"noindex\">")
    html.element("title", text: FrameTexts.title(title))
    html.void("link", .own("rel", "stylesheet"), .link(.asset(Asset.stylesheet.name)))
    html.void("link", .own("rel", "icon"), .own("type", "image/svg+xml"), .link(.asset(Asset.icon.name)))
    html.element("script", .own("type", "module"), .source(Asset.script)) { _ in }
  }

  private static func top(_ visitor: Visitor, _ html: inout HTMLWriter) {
    html.element("header", .style("top")) { html in
      html.element("a", .style("brand"), .link(.start), text: FrameTexts.name)
      guard let session = visitor.session else { return }
      html.element("nav", .label(FrameTexts.ways[visitor.language])) { html in
        html.element("ul") { html in
          for (address, name) in ways {
            html.element("li") { html in
              if visitor.address?.isBelow(address) ?? false {
                html.element("a", .link(address), .own("aria-current", "page"), text: name)
              } else {
                html.element("a", .link(address), text: name)
              }
            }
          }
        }
      }
      html.element("div", .style("who")) { html in
        html.element("span") { $0.foreign(IdentityDisplay.masked.words(session.user)) }
        languageForm(visitor, &html)
        html.element("form", .own("method", "post"), .action(.logOut)) { html in
          html.element("button", .style("small"), text: LoginTexts.logOut)
        }
      }
    }
  }

  private static let ways: [(PageAddress, Text)] = [
    (.start, FrameTexts.start), (.customers(CustomerQuery()), FrameTexts.customers), (.runs, FrameTexts.runs),
    (.sessions, FrameTexts.sessions),
  ]

  /// The button that shows the page in the other language.
  private static func languageForm(_ visitor: Visitor, _ html: inout HTMLWriter) {
    let other: Language = visitor.language == .swedish ? .english : .swedish
    html.element("form", .own("method", "post"), .action(.chooseLanguage)) { html in
      html.void("input", .own("type", "hidden"), .own("name", "to"), .value((visitor.address ?? .start).path))
      html.void("input", .own("type", "hidden"), .own("name", "language"), .value(other.rawValue))
      html.element("button", .style("small"), .language(other.rawValue), text: FrameTexts.language(other))
    }
  }
}

extension PageAddress {
  /// True when it belongs to what a way of the frame leads to.
  fileprivate func isBelow(_ way: PageAddress) -> Bool {
    switch (self, way) {
    case (.start, .start), (.sessions, .sessions), (.customers, .customers), (.customer, .customers), (.runs, .runs),
      (.run, .runs):
      true
    default: false
    }
  }
}
