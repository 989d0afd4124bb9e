extension PersonalTable {
  /// Every table that may hold a person's data, in the order of the page and of a disclosure.
  package static let all =
    card + history + sync + questions + problems
    + [
      PersonalTable(
        name: "notification", columns: ["user", "customers"],
        otherColumns: ["id", "run", "kind", "created_at", "delivered_at", "cleared_at"], contents: "customer numbers",
        found: "EXISTS (SELECT 1 FROM json_each(customers) WHERE value = :number)",
        disclosure: .rows(
          key: "notifications", columns: "run, user, kind, created_at, delivered_at, cleared_at", order: "id"),
        removal: "yes",
        erasure: [
          .statement(
            """
            UPDATE notification SET customers = (
              SELECT json_group_array(value) FROM json_each(customers)
              WHERE value NOT IN (SELECT value FROM json_each(:numbers)))
            WHERE EXISTS (
              SELECT 1 FROM json_each(customers) AS told WHERE told.value IN (SELECT value FROM json_each(:numbers)))
            """),
          .statement("DELETE FROM notification WHERE json_array_length(customers) = 0"),
        ])
    ] + shared

  /// Goes with the customer's own row, and is disclosed as its card.
  private static func rows(_ name: String, _ columns: [String], _ others: [String] = []) -> PersonalTable {
    PersonalTable(
      name: name, columns: ["customer"] + columns, otherColumns: others, contents: "the card",
      found: "customer = :customer", disclosure: .within(["card", "documentFiles"]), removal: "yes", erasure: [.cascade]
    )
  }

  private static let card =
    [
      PersonalTable(
        name: "customer",
        columns: [
          "number", "name", "type", "identity_number", "comparable_identity", "vat_number", "vat_type", "vat_percent",
          "language", "order_number", "cost_center", "comments", "email", "phone", "mobile", "website", "invoice_line1",
          "invoice_line2", "invoice_postal_code", "invoice_city", "invoice_country", "visiting_line1", "visiting_line2",
          "visiting_postal_code", "visiting_city", "visiting_country", "mail_line1", "mail_line2", "mail_postal_code",
          "mail_city", "mail_country", "property_designation", "association_number", "apartment_number",
          "facilities_disabled", "facility_required", "cost_center_required", "always_send_as_invoice", "active",
          "service_articles", "work_order_articles", "facilities", "reference_list", "documents", "customer_users",
          "id",
        ],
        otherColumns: ["revision", "created_run", "updated_run"], contents: "the card", found: "id = :customer",
        disclosure: .within(["card", "documentFiles"]), removal: "yes", erasure: [.found]),
      rows(
        "contact_person",
        ["name", "email", "phone", "mobile", "send_service_protocol", "send_work_order", "main_contact"], ["position"]),
      rows("co_applicant", ["name"]), rows("custom_value", ["field", "value"]),
      rows("customer_discount_letter", ["name"]), rows("customer_tag", ["name"]), rows("customer_subgroup", ["name"]),
      rows("customer_assigned", ["name"]),
    ]

  /// What stands in the history in place of a field: the catalogue has none of that name.
  private static let forgottenField = "'(forgotten)'"

  private static let history = [
    PersonalTable(
      name: "change", columns: ["customer", "number", "field", "old", "new"], otherColumns: ["id", "run", "action"],
      contents: "old and new values of every change; whole cards of deleted customers", found: "customer = :customer",
      disclosure: .within(["history"]), removal: "yes: one row a run stays, without number and values",
      erasure: [
        .statement(
          """
          DELETE FROM change WHERE customer = :customer
            AND id NOT IN (SELECT min(id) FROM change WHERE customer = :customer GROUP BY run, action)
          """),
        .statement(
          """
          UPDATE change SET number = '', field = \(forgottenField), old = NULL, new = NULL WHERE customer = :customer
          """),
        .statement(
          """
          INSERT INTO change (run, customer, number, action, field)
          VALUES (:run, :customer, '', 'delete', \(forgottenField))
          """),
      ])
  ]
}
