import GRDB

/// Whether a record of an accounting system and a customer are the same, where that is not sure.
package struct MatchQuestion: Sendable, Equatable {
  package enum Answer: String, Sendable, CaseIterable {
    case same, different
  }

  package let system: String
  package let remoteID: String
  package let remoteNumber: String
  package let remoteName: String
  package let customer: Int64
  /// The customer's number here.
  package let customerNumber: String
  /// Why it is not sure, in a sentence: for a disclosure. What a person is told is made anew by each sync.
  package let reason: String
  /// What a person said; nil for nothing yet.
  package let answer: Answer?
  /// The run that asked first; nil for a question that is not asked yet.
  package let askedRun: Int?

  package init(
    system: String, remoteID: String, remoteNumber: String, remoteName: String, customer: Int64, customerNumber: String,
    reason: String, answer: Answer? = nil, askedRun: Int? = nil
  ) {
    self.system = system
    self.remoteID = remoteID
    self.remoteNumber = remoteNumber
    self.remoteName = remoteName
    self.customer = customer
    self.customerNumber = customerNumber
    self.reason = reason
    self.answer = answer
    self.askedRun = askedRun
  }
}

extension RegisterReader {
  /// The questions, answered or not, of one system or all: by customer number as lists sort, system and record. One
  /// about a deleted customer is not listed.
  package func matchQuestions(_ system: String?) throws -> [MatchQuestion] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT system, remote_id, remote_number, remote_name, customer, number, reason, answer, asked_run
        FROM match_question JOIN customer ON customer.id = match_question.customer
        WHERE system = ifnull(?1, system) ORDER BY \(CustomerSearch.numberOrder("ASC")), system, remote_id
        """, arguments: [system]
    ).map { row in
      MatchQuestion(
        system: row[0], remoteID: row[1], remoteNumber: row[2], remoteName: row[3], customer: row[4],
        customerNumber: row[5], reason: row[6], answer: (row[7] as String?).flatMap(MatchQuestion.Answer.init),
        askedRun: row[8])
    }
  }
}

extension RegisterWriter {
  /// Asks a question. One that was asked before keeps its answer and its run.
  package func ask(_ question: MatchQuestion, run: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO match_question VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          remote_number = excluded.remote_number, remote_name = excluded.remote_name, reason = excluded.reason
        """
    ).execute(arguments: [
      question.system, question.remoteID, question.remoteNumber, question.remoteName, question.customer,
      question.reason, question.answer?.rawValue, run,
    ])
  }

  /// Notes what a person said; nil takes an answer back. Returns false when the question is no longer asked.
  @discardableResult
  package func answer(_ question: MatchQuestion, _ answer: MatchQuestion.Answer?) throws -> Bool {
    try db.execute(
      sql: "UPDATE match_question SET answer = ? WHERE system = ? AND remote_id = ? AND customer = ?",
      arguments: [answer?.rawValue, question.system, question.remoteID, question.customer])
    return db.changesCount > 0
  }

  /// Removes the questions about a record, or only the one about it and a customer, with their answers.
  package func removeMatchQuestions(_ system: String, remoteID: String, customer: Int64? = nil) throws {
    try db.cachedStatement(
      sql: "DELETE FROM match_question WHERE system = ?1 AND remote_id = ?2 AND customer = ifnull(?3, customer)"
    ).execute(arguments: [system, remoteID, customer])
  }

  /// Withdraws what is asked of a record about other customers than these, and nobody answered.
  package func withdrawMatchQuestions(_ system: String, remoteID: String, but customers: Set<Int64>) throws {
    let asked = try Int64.fetchAll(
      db, sql: "SELECT customer FROM match_question WHERE system = ? AND remote_id = ? AND answer IS NULL",
      arguments: [system, remoteID])
    for customer in asked where !customers.contains(customer) {
      try removeMatchQuestions(system, remoteID: remoteID, customer: customer)
    }
  }

  /// Withdraws what nobody answered about records that do not wait for an answer any more: they have their customer by now, or
  /// are refused for something else.
  package func withdrawSettledMatchQuestions(_ system: String) throws {
    try db.execute(
      sql: """
        DELETE FROM match_question WHERE system = ? AND answer IS NULL AND NOT EXISTS (
          SELECT 1 FROM inbox WHERE inbox.system = match_question.system AND inbox.remote_id = match_question.remote_id
            AND state <> 'rejected')
        """, arguments: [system])
  }
}
