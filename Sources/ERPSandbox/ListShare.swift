/// How much of a register its lists show; less than all of it is a fault that is rehearsed.
enum ListShare: Sendable {
  case all
  case half
  case nothing

  func of<Element>(_ elements: [Element]) -> [Element] {
    switch self {
    case .all: elements
    case .half: Array(elements.prefix(elements.count / 2))
    case .nothing: []
    }
  }
}
