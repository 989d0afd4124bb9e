extension MappingFile {
  /// True when the mapping also writes: it describes an accounting system's JSON, so no file's header chooses it.
  package var isTwoWay: Bool { direction == .both }

  /// The mapping with nothing but the entries that read. Those that depend on an option stay when it is on, and then no
  /// longer depend on it; so doing this twice is doing it once.
  package func incoming(options: Set<String> = []) -> MappingFile {
    guard isTwoWay else { return self }
    var file = self
    file.columns = columns.compactMap { column in
      guard column.direction != .out, column.option.map({ options.contains($0.rawValue) }) ?? true else { return nil }
      var column = column
      column.option = nil
      return column
    }
    return file
  }

  /// The keys that the reading entries look for, each once: the header under which ``RemoteRows`` lays out an accounting
  /// system's records. Of several headings for one source column the first counts; a record that lacks the key says
  /// nothing of the field.
  package var incomingHeader: [String] {
    var seen: Set<String> = []
    return incoming().columns.flatMap { $0.source.parts.compactMap(\.first) }.filter { seen.insert($0).inserted }
  }
}
