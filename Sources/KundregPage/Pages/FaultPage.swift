/// What stands where there is no page: what is wrong, and what to do.
enum FaultPage {
  /// - Parameter takesPasswords: true to ask for name and password.
  static func html(_ fault: PageFault, for visitor: Visitor, takesPasswords: Bool = false) -> HTMLWriter {
    PageFrame.document(fault.title, for: visitor, isNarrow: true) { html in
      html.element("div", .style("fault")) { html in
        html.element("h1", text: fault.title)
        html.element("p") { $0.sentence(fault.text) }
      }
      if takesPasswords { PasswordForm.write(leadingTo: visitor.address ?? .start, to: &html) }
      guard visitor.session != nil else { return }
      html.element("p") { $0.element("a", .link(.start), text: FaultTexts.toStart) }
    }
  }
}
