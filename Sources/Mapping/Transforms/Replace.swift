extension Workspace {
  /// Replaces every match of a regular expression.
  mutating func replace(_ piece: Piece, pattern: Int, template: Int) -> Piece {
    self.piece(of: plan.patterns[pattern].replacing(in: text(piece), with: plan.templates[template]), original: piece)
  }
}
