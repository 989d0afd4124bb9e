import CustomerModel

extension MappingCompiler {
  /// - Parameter isLoose: true where a word may have points and parentheses that the list lacks.
  mutating func addWords(_ words: WordList, isLoose: Bool = false) {
    plan.operations.append(.init(code: .word, first: table(words), second: isLoose ? 1 : 0))
  }

  mutating func add(_ transform: Transform) {
    func literal(_ text: String, _ plan: inout MappingPlan) -> (Int, Int) {
      let piece = plan.literal(text)
      return (Int(piece.start), piece.count)
    }
    let operation: MappingPlan.Operation
    switch transform {
    case .upper: operation = .init(code: .upper)
    case .lower: operation = .init(code: .lower)
    case .title: operation = .init(code: .title)
    case .entities: operation = .init(code: .entities)
    case .not:
      let (start, _) = literal("10", &plan)
      operation = .init(code: .not, first: table(KnownWords.booleans), second: start)
    case .boolean: operation = .init(code: .word, first: table(KnownWords.booleans))
    case .number: operation = .init(code: .number)
    case .identityNumber: operation = .init(code: .identityNumber)
    case .vatNumber: operation = .init(code: .vatNumber)
    case .postalCode: operation = .init(code: .postalCode)
    case .country: operation = .init(code: .word, first: table(KnownWords.countries))
    case .language: operation = .init(code: .language, first: table(KnownWords.languages))
    case .date(let order): operation = .init(code: .date, first: order == .monthFirst ? 1 : 0)
    case .phone(let code):
      let (start, count) = literal(code ?? "", &plan)
      operation = .init(code: .phone, first: start, second: count)
    case .prefix(let text):
      let (start, count) = literal(text, &plan)
      operation = .init(code: .prefix, first: start, second: count)
    case .suffix(let text):
      let (start, count) = literal(text, &plan)
      operation = .init(code: .suffix, first: start, second: count)
    case .values(let words): operation = .init(code: .word, first: table(WordList(YesNoWords.completed(words))))
    case .replace(let pattern, let template):
      // The reader refuses a pattern that is none.
      guard let expression = RegularExpression(pattern) else { return }
      plan.patterns.append(expression)
      plan.templates.append(template)
      operation = .init(code: .replace, first: plan.patterns.count - 1, second: plan.templates.count - 1)
    case .list, .split: return
    }
    plan.operations.append(operation)
  }

  mutating func compile(_ split: Transform.Split) -> MappingPlan.Split {
    switch split {
    case .postalCodeCity: return .postalCodeCity
    case .fullName: return .fullName
    case .at(let separator): return .at(plan.literal(separator))
    case .groups(let pattern):
      guard let expression = RegularExpression(pattern) else { return .none }
      plan.patterns.append(expression)
      return .groups(plan.patterns.count - 1)
    }
  }

  /// What makes the canonical form of a field; see ``Field/Kind``.
  mutating func addCanonicalForm(of path: FieldPath, separators: String?) {
    switch path.field.kind {
    case .customerNumber, .text, .email, .phone, .website, .reference, .timestamp: break
    case .records(let kind):
      plan.operations.append(.init(code: .records, first: RecordKind.allCases.firstIndex(of: kind) ?? 0))
    case .identityNumber: plan.operations.append(.init(code: .identityNumber))
    case .vatNumber: plan.operations.append(.init(code: .vatNumber))
    case .postalCode: plan.operations.append(.init(code: .postalCode))
    case .percent: plan.operations.append(.init(code: .number))
    case .language: add(.language)
    case .boolean: add(.boolean)
    case .country: add(.country)
    case .choice(let words): addWords(KnownWords.choices(words), isLoose: true)
    case .set: addSet(separators, areIdentities: false)
    case .identityNumberSet: addSet(separators, areIdentities: true)
    case .custom: addCanonicalForm(of: customFields.first { $0.name == path.customName })
    }
  }

  private mutating func addCanonicalForm(of definition: CustomFieldDefinition?) {
    switch definition?.kind {
    case nil, .text: break
    case .number: plan.operations.append(.init(code: .number))
    case .date: plan.operations.append(.init(code: .date))
    case .boolean: add(.boolean)
    case .choice: addWords(WordList(definition?.choices.map { WordPair($0, $0) } ?? []))
    }
  }

  private mutating func addSet(_ separators: String?, areIdentities: Bool) {
    plan.separators.append(SeparatorSet((separators ?? ";,|\n\r").utf8))
    plan.operations.append(
      .init(code: .set, first: plan.separators.count - 1, second: areIdentities ? 1 : 0))
  }
}
