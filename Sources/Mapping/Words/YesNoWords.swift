/// What every column of yes and no knows, whatever its field: a word that is yes in one is yes in all.
enum YesNoWords {
  /// A value table of yes and no with all the other words for them: one that says what `Ja` is says it of `-1`, too.
  ///
  /// A table that has any other word is none of these, and stays as it is. So does one of single letters or digits that could
  /// be codes of another list: `N` alone, or `1` to `3`.
  static func completed(_ table: [WordPair]) -> [WordPair] {
    var meanings: (yes: String?, no: String?) = (nil, nil)
    var isCertain = false
    for pair in table {
      guard let answer = KnownWords.booleans.meaning(of: pair.word) else { return table }
      let known = answer == "1" ? meanings.yes : meanings.no
      guard known == nil || known == pair.meaning else { return table }
      if answer == "1" { meanings.yes = pair.meaning } else { meanings.no = pair.meaning }
      isCertain = isCertain || pair.word.count > 1
    }
    guard isCertain || meanings.yes != nil && meanings.no != nil else { return table }
    return table
      + KnownWords.booleans.words.compactMap { word, answer in
        (answer == "1" ? meanings.yes : meanings.no).map { WordPair(word, $0) }
      }
  }
}
