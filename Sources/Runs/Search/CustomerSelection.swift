import CustomerModel
package import RegisterStore

/// Which customers are meant, in lists, exports, and changes of many: what a person asks for, saved filters, and which part of
/// what is found.
package struct CustomerSelection: Sendable, Equatable {
  /// What is asked for beside the saved filters.
  package var terms: SearchTerms
  /// The names of saved filters, which must hold as well.
  package var savedFilters: [String]
  /// How many customers at most; nil for all.
  package var limit: Int?
  /// How many customers to leave out before the first.
  package var offset: Int

  package init(
    _ terms: SearchTerms = SearchTerms(), savedFilters: [String] = [], limit: Int? = nil, offset: Int = 0
  ) {
    self.terms = terms
    self.savedFilters = savedFilters
    self.limit = limit
    self.offset = offset
  }

  /// True when nothing at all is asked for.
  package var isEmpty: Bool { terms == SearchTerms() && savedFilters.isEmpty }

  /// What is asked for, and what the saved filters ask for, together.
  ///
  /// - Throws: ``KundregError`` `filter.unknown` with status 64.
  package func allTerms(in register: RegisterReader) throws -> SearchTerms {
    try terms.including(savedFilters: savedFilters, in: register)
  }

  /// The search for the customers that are meant, as far as the user may see them.
  ///
  /// - Throws: as ``SearchTerms/search(in:as:today:zone:)``, and ``allTerms(in:)``.
  package func search(in register: RegisterReader, as actor: ActingUser) throws -> CustomerSearch {
    var search = try allTerms(in: register).search(in: register, as: actor)
    search.limit = limit
    search.offset = offset
    return search
  }
}

extension SearchTerms {
  /// Asks for conditions besides: all must hold, or one of them is enough.
  package mutating func ask(for conditions: [String], oneIsEnough: Bool) {
    if oneIsEnough, conditions.count > 1 {
      alternatives = (alternatives ?? []) + [conditions]
    } else {
      self.conditions += conditions
    }
  }
}

extension CustomerEditor.Choice {
  /// The customers that a person names, by their numbers or by what must hold of them.
  ///
  /// - Throws: ``KundregError`` `choice.missing` with status 64 when neither says which, or both do.
  package init(numbers: [String], orThoseOf selection: CustomerSelection) throws {
    switch (numbers.isEmpty, selection.isEmpty) {
    case (false, true): self = .numbers(numbers)
    case (true, false): self = .search(selection.terms, savedFilters: selection.savedFilters)
    case (false, false): throw KundregError(.choiceMissing, SelectionTexts.sayItOnce, remedies: [.chooseCustomers])
    case (true, true): throw KundregError(.choiceMissing, SelectionTexts.sayWhich, remedies: [.chooseCustomers])
    }
  }
}
