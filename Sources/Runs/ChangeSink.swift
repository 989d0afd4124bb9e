package import Differ

/// Takes the changes of a plan one by one, in the order in which they are made.
package protocol ChangeSink: AnyObject {
  func add(_ change: CustomerChange) throws
}
