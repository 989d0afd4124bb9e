extension PersonalTable {
  /// What tells only by ids and digests which customers are meant.
  static let questions = [
    PersonalTable(
      name: "duplicate_answer", columns: ["first", "second"], otherColumns: ["is_same", "user", "answered_at"],
      contents: keys, found: "first = :customer OR second = :customer",
      disclosure: .rows(
        key: "duplicateAnswers",
        columns: """
          (SELECT number FROM customer WHERE id = CASE first WHEN :customer THEN second ELSE first END) AS other, is_same,
            user, answered_at
          """),
      removal: "yes", erasure: [.found]),
    PersonalTable(
      name: "merge", columns: ["customer", "into_customer"], otherColumns: ["run"], contents: keys,
      found: "customer = :customer OR into_customer = :customer",
      disclosure: .within(["mergedInto", "mergedCustomers"]), removal: "yes", erasure: [.found]),
    PersonalTable(
      name: "row_digest", columns: ["customer", "high", "low"], otherColumns: ["source"], contents: keys,
      found: "customer = :customer", disclosure: .nothing, removal: "yes", erasure: [.found]),
  ]

  private static let keys = "ids and keyed digests"

  /// The rows of a person, by the customer that they were found to mean or by the digest of a number.
  static let isProblemOfPerson = "customer = :customer OR owner IN (SELECT value FROM json_each(:owners))"

  private static let problemContents = """
    values at fault of rows that were rejected or warned of, masked and cut, with what was said of them; keyed digests of the \
    rows' numbers
    """
  private static let problemRemoval = """
    yes: the problems of the customer's rows, and of rejected rows with one of its numbers; what mentions the person in other \
    rows' becomes `(forgotten)`
    """

  /// What runs tell.
  static let problems = [
    PersonalTable(
      name: "run",
      columns: ["source", "mapping", "rejects", "report", "swedish_report", "first_customer", "last_customer"],
      otherColumns: [
        "id", "kind", "user", "started_at", "seconds", "reverts", "reverts_part", "rows", "created", "updated",
        "unchanged", "reactivated", "inactivated", "deleted", "rejected", "warnings",
      ],
      contents: "names of files, counts, examples of problems", disclosure: .within(["runs"]),
      removal: "texts that mention the person are replaced by `(forgotten)`; counts stay", erasure: [.byCaller]),
    PersonalTable(
      name: "problem", columns: ["value", "detail", "swedish_detail", "customer", "owner"],
      otherColumns: ["run", "part", "row", "ordinal", "text"], contents: problemContents, found: isProblemOfPerson,
      disclosure: .rows(
        key: "problems",
        columns: """
          problem.run, file AS source, sheet, nullif(row, 0) AS row, heading AS "column", value, code, severity,
            replace(message, char(1), ifnull(detail, char(1))) AS message
          """,
        from: """
          problem CROSS JOIN problem_text ON problem_text.id = problem.text
          CROSS JOIN problem_source ON problem_source.run = problem.run AND problem_source.part = problem.part
          """,
        order: "problem.run, problem.part, row, ordinal"),
      removal: problemRemoval,
      erasure: [.found, .texts([["value"], ["detail", "swedish_detail"]], key: ["run", "part", "row", "ordinal"])]),
    PersonalTable(
      name: "problem_text", columns: ["heading", "message", "swedish"],
      otherColumns: ["id", "run", "code", "severity"],
      contents: problemContents, disclosure: .within(["problems"]), removal: problemRemoval,
      erasure: [.texts([["heading"], ["message", "swedish"]], key: ["id"])]),
    PersonalTable(
      name: "problem_source", columns: ["file", "sheet"], otherColumns: ["run", "part"], contents: problemContents,
      disclosure: .within(["problems"]), removal: problemRemoval,
      erasure: [.texts([["sheet"]], key: ["run", "part"])]),
  ]

  /// The names in a list that customers share.
  private static func list(_ name: String, _ others: [String]) -> PersonalTable {
    PersonalTable(
      name: name, columns: ["name"], otherColumns: others, contents: "names in lists that customers share",
      disclosure: .nothing, removal: "no: they are not about one customer", erasure: [])
  }

  /// What is not one customer's alone, or stays on purpose.
  static let shared =
    [
      PersonalTable(
        name: "retired_number", columns: ["number"], otherColumns: ["reserved"],
        contents: "customer numbers that are never given again", disclosure: .nothing,
        removal: "the number stays, unless it is itself a personal identity number",
        erasure: [
          .statement("DELETE FROM retired_number WHERE number IN (SELECT value FROM json_each(:personalNumbers))"),
          .statement(
            """
            INSERT OR REPLACE INTO retired_number (number, reserved) SELECT value, 1 FROM json_each(:numbers)
            WHERE value NOT IN (SELECT value FROM json_each(:personalNumbers))
            """),
        ]),
      list("tag", ["created_run"]), list("subgroup", ["created_run"]), list("cost_center", ["created_run"]),
      list("discount_letter", ["created_run"]), list("user", ["created_run", "registered"]),
      PersonalTable(
        name: "saved_filter", columns: ["name", "definition"], otherColumns: ["created_by", "created_at"],
        contents: "what saved searches look for", disclosure: .nothing,
        removal: "no: those that name the person, or find nobody else, are named", erasure: []),
      PersonalTable(
        name: "rejects_file", columns: ["path"], otherColumns: [], contents: "where rejects files lie",
        disclosure: .nothing, removal: "no: those that are still there are named", erasure: []),
      PersonalTable(
        name: "forgotten", columns: ["customer"], otherColumns: ["id", "run", "user", "at"],
        contents: "that a customer of this id was removed, when, by whom and in which run", disclosure: .nothing,
        removal: "stays: it is the proof", erasure: []),
    ]

  /// The tables that hold nothing of a person, with their columns.
  package static let impersonalColumns: [String: [String]] = [
    "meta": ["key", "value"], "setting": ["key", "value"], "permission": ["user", "permission"],
    "password": ["user", "hash", "salt", "rounds", "block_size", "parallelism", "set_at"],
    "custom_field": ["name", "kind", "choices", "removed", "created_run"],
    "digest_source": ["id", "fingerprint", "last_run", "identifies"],
    // SQLite's own counter of runs, and the steps of the schema.
    "sqlite_sequence": ["name", "seq"], "grdb_migrations": ["identifier"],
  ]
}
