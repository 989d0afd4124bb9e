/// What the reasons in a file of rejected rows tell of the row beside them.
package enum RejectedReasons {
  /// True when the row was no torn one: its cells right of the last heading stood under no heading in a sheet. A row that is torn by
  /// a delimiter has other cells, or no reasons, where the reasons should be.
  ///
  /// - Parameter reasons: the cell of the row in the column of the reasons.
  package static func areOfSheet(_ reasons: String) -> Bool {
    reasons.prefixMatch(of: #/[a-z]+\.[A-Za-z]+: /#) != nil && !reasons.contains(LongRowRule.long.code + ": ")
  }
}
