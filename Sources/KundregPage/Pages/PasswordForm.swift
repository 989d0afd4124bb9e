/// Name and password of who is not logged in.
enum PasswordForm {
  /// - Parameter address: where the login leads: to what was asked for.
  static func write(leadingTo address: PageAddress, to html: inout HTMLWriter) {
    html.element("form", .style("login"), .own("method", "post"), .action(.logIn)) { html in
      html.void("input", .own("type", "hidden"), .own("name", "to"), .value(address.path))
      html.element("label", .own("for", "name"), text: LoginTexts.name)
      html.void(
        "input", .own("type", "text"), .own("name", "name"), .own("id", "name"), .own("autocomplete", "username"),
        .own("autocapitalize", "none"), .own("spellcheck", "false"), .flag("required"))
      html.element("label", .own("for", "password"), text: LoginTexts.password)
      html.void(
        "input", .own("type", "password"), .own("name", "password"), .own("id", "password"),
        .own("autocomplete", "current-password"), .flag("required"))
      html.element("button", .style("main"), text: LoginTexts.logIn)
    }
  }
}
