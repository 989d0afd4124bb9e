/// The page behind the link: a button, so that whoever merely looks at the link does not use it up.
enum LinkPage {
  static func html(key: String, for visitor: Visitor) -> HTMLWriter {
    PageFrame.document(LoginTexts.linkTitle, for: visitor, isNarrow: true) { html in
      html.element("h1", text: LoginTexts.linkTitle)
      html.element("p", text: LoginTexts.linkSays)
      html.element("form", .own("method", "post"), .action(.link(key: key))) { html in
        html.element("button", .style("main"), text: LoginTexts.logIn)
      }
    }
  }
}
