import CustomerModel
import Runs
import Texts

/// A customer's card, as the user may see it.
struct CustomerPage {
  let door: RegisterDoor

  func answer(_ asked: CustomerHandle, for visitor: Visitor, user: String) async throws -> PageAnswer {
    let view = try await door.read(as: user) { register, actor in
      do {
        return try CustomerView(asked, in: register, as: actor)
      } catch let error as KundregError where error.code == ErrorCode.userNotAssigned.name {
        // Ids are counted up: who may not see a customer does not learn its number, nor whether it is one.
        throw KundregError.unknownCustomer(asked.typed)
      }
    }
    // A person's number that somebody typed does not stay in the address.
    guard view.handle == asked else { return .see(.customer(view.handle)) }
    return .page(html(view, for: visitor))
  }

  private func html(_ view: CustomerView, for visitor: Visitor) -> HTMLWriter {
    let name = view.displayName.isEmpty ? CustomerPageTexts.nameless : Text(verbatim: view.displayName)
    return PageFrame.document(name, for: visitor) { html in
      html.element("h1") { $0.foreign(name[$0.language]) }
      html.element("dl") { fields(view, &$0) }
      for records in view.recordTables(sort: .newestFirst) { table(records, &html) }
      if !view.hiddenFields.isEmpty {
        html.element("p", .style("quiet"), text: CustomerPageTexts.hidden)
        html.element("ul", .style("quiet")) { html in
          for field in view.hiddenFields { html.element("li", text: field.label) }
        }
      }
      for number in view.mergedInto {
        html.element("p") { html in
          html.say(CustomerPageTexts.mergedInto)
          html.plain(" ")
          html.foreign(number)
        }
      }
    }
  }

  private func fields(_ view: CustomerView, _ html: inout HTMLWriter) {
    let time = TimeFormat.current
    for (path, text) in view.shownFields {
      html.element("dt", text: path.label)
      html.element("dd") { html in
        guard path.field.kind == .timestamp else { return html.foreign(text[html.language]) }
        html.element("time", .datetime(text.english), text: Text(verbatim: time.shown(text.english)))
        html.plain(" (\(time.zoneName))")
      }
    }
  }

  private func table(_ records: RecordTable, _ html: inout HTMLWriter) {
    guard let kind = records.field.recordKind, !records.rows.isEmpty else { return }
    let members = records.columns.map { name in kind.members.first { $0.name == name } }
    html.element("h2", text: records.field.label)
    html.element(
      "div", .style("scroll"), .own("tabindex", "0"), .own("role", "region"), .label(records.field.label[html.language])
    ) {
      html in
      html.element("table") { html in
        html.element("caption", text: CustomerPageTexts.records(records.rows.count))
        html.element("thead") { html in
          html.element("tr") { html in
            for (name, member) in zip(records.columns, members) {
              html.element("th", .own("scope", "col"), text: member?.label ?? Text(verbatim: name))
            }
          }
        }
        html.element("tbody") { html in
          for row in records.rows {
            html.element("tr") { html in
              for (cell, member) in zip(row, members) {
                html.element("td") { $0.foreign(told(cell, member)[$0.language]) }
              }
            }
          }
        }
      }
    }
  }

  private func told(_ cell: String, _ member: RecordKind.Member?) -> Text {
    switch member?.kind {
    case .boolean where !cell.isEmpty: DisplayTexts.yesOrNo(cell == "yes")
    case .choice where !cell.isEmpty: DisplayTexts.choice(cell)
    default: Text(verbatim: cell)
    }
  }
}
