extension MappingPlan {
  /// Everything that decides the result, as text.
  var described: String {
    var text = "\(programs) \(outputs) \(operations) \(sources) \(tables) \(slots) \(entries) \(separators) "
    text +=
      "\(literals) \(wordKeys) \(templates) \(patterns.map(\.pattern)) \(String(describing: clearWords)) \(clearsBlanks)"
    return text
  }
}
