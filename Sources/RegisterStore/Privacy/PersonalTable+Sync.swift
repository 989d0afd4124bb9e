extension PersonalTable {
  /// The records of accounting systems that are linked with a customer, or may be.
  private static let records = """
    (system, remote_id) IN (SELECT system, remote_id FROM link WHERE customer = :customer
      UNION SELECT system, remote_id FROM match_question WHERE customer = :customer)
    """
  private static let isLinkedWithNobody = "(system, remote_id) NOT IN (SELECT system, remote_id FROM link)"

  /// What syncs keep.
  static let sync = [
    PersonalTable(
      name: "link", columns: ["customer", "remote_id", "remote_number", "agreed", "record"],
      otherColumns: ["id", "system", "changed", "synced_revision", "is_gone", "doubts"],
      contents: "the record of an accounting system as it was last seen, and what both sides agreed on",
      found: "customer = :customer",
      disclosure: .rows(key: "links", columns: "system, remote_id, remote_number, changed, is_gone, agreed, record"),
      removal: "yes", erasure: [.found]),
    PersonalTable(
      name: "inbox", columns: ["remote_id", "remote_number", "reason", "sort_key", "record"],
      otherColumns: ["system", "changed", "state", "fetched_at"], contents: "records that were fetched and not merged",
      found: records, isFoundThroughOthers: true,
      disclosure: .rows(
        key: "inbox", columns: "system, remote_id, remote_number, changed, state, reason, fetched_at, record"),
      removal: """
        yes: those linked with the customer, with its number, or with its identity number; a reason of another's that mentions \
        the person becomes `(forgotten)`
        """,
      erasure: [
        .found, .likely("remote_number IN (SELECT value FROM json_each(:numbers)) AND \(isLinkedWithNobody)"),
        .likely("EXISTS (SELECT 1 FROM json_each(:spellings) WHERE instr(record, value))"),
        .texts([["reason"]], key: ["system", "remote_id"]),
      ]),
    PersonalTable(
      name: "changed_record", columns: ["remote_id"], otherColumns: ["id", "system", "missed"],
      contents: "numbers of customers of whom an accounting system's events told, until they are asked for",
      found: records,
      isFoundThroughOthers: true, disclosure: .nothing,
      removal: "yes: those linked with the customer, or with its number",
      erasure: [
        .found, .likely("remote_id IN (SELECT value FROM json_each(:numbers)) AND \(isLinkedWithNobody)"),
      ]),
    PersonalTable(
      name: "sync_state", columns: ["last_failure", "swedish_failure", "rest", "swedish_rest"],
      otherColumns: [
        "system", "cursor", "candidate", "candidate_at", "matches_shown_at", "last_run", "last_started_at",
        "last_success_at", "last_full_at", "last_failure_at", "cut_sweep", "event_offset", "event_before", "event_at",
        "rest_at", "refused_defaults",
      ],
      contents: "why a system's last sync ended before its end, and what it left to do", disclosure: .nothing,
      removal: "a text that mentions the person is replaced by `(forgotten)`",
      erasure: [.texts([["last_failure", "swedish_failure"], ["rest", "swedish_rest"]], key: ["system"])]),
    PersonalTable(
      name: "conflict", columns: ["customer", "field", "register_value", "erp_value", "base_value"],
      otherColumns: ["system", "since_run"], contents: waiting, found: "customer = :customer",
      disclosure: .rows(
        key: "conflicts", columns: "system, field, register_value, erp_value, base_value, since_run"),
      removal: "yes", erasure: [.found]),
    PersonalTable(
      name: "match_question", columns: ["remote_id", "remote_number", "remote_name", "customer", "reason"],
      otherColumns: ["system", "answer", "asked_run"], contents: waiting, found: "customer = :customer",
      disclosure: .rows(
        key: "matchQuestions",
        columns: "system, remote_id, remote_number, remote_name, reason, answer, asked_run"),
      removal: "yes", erasure: [.found]),
    PersonalTable(
      name: "push", columns: ["customer", "number", "path", "body", "base", "reason", "swedish_reason"],
      otherColumns: [
        "id", "system", "kind", "method", "fields", "run", "state", "code", "attempts", "created_at", "finished_at",
        "retry_after",
      ],
      contents: "bodies of requests", found: "customer = :customer",
      disclosure: .rows(
        key: "requests",
        columns: "system, kind, method, path, state, code, reason, run, created_at, finished_at, body, base",
        order: "id"),
      removal: "yes", erasure: [.found]),
  ]

  private static let waiting = "values and names that wait for a decision"
}
