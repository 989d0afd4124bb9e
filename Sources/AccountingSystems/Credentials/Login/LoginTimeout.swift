/// How long a login waits for the browser to come back.
package enum LoginTimeout {
  package static let seconds = 600.0
}
