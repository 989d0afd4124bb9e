@testable import HTTP
import Testing

/// Source of each expectation: libcurl 7.88.1, asked with these values, but for networks of IPv6 addresses, which its documentation
/// promises and it does not heed.
@Suite struct ProxyExceptionsTests {
  private func contains(_ list: String, _ host: String) -> Bool {
    ProxyExceptions { $0 == "no_proxy" ? list : nil }.contain(host)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.1.2.3"), ("10.1.2.3", "10.1.2.3"), ("10.1.2.3/32", "10.1.2.3"), ("10.1.2.3/0", "10.1.2.3"),
    ("10.16.0.0/12", "10.31.2.3"), ("10.0.0.0/8x", "10.1.2.3"), ("192.168.0.0/16,10.0.0.0/8", "10.1.2.3"),
    ("10.1.2.2/31", "10.1.2.3"), ("*", "10.1.2.3"), ("*", "a.example.se"), ("*", "[2001:db8::1]"),
    (".example.se", "a.example.se"), (".example.se", "example.se"), ("example.se.", "a.example.se"),
    ("example.se", "a.example.se."), ("EXAMPLE.se", "a.example.se"), ("foo example.se", "a.example.se"),
    ("foo , example.se", "a.example.se"), ("foo,,example.se", "a.example.se"), ("foo\texample.se", "a.example.se"),
    ("2001:db8::1", "[2001:db8::1]"), ("2001:DB8:0::1", "[2001:db8::1]"), ("2001:db8::/32", "[2001:db8:8000::1]"),
    ("2001:db8:8000::/33", "[2001:db8:8000::1]"), ("2001:db8::1/128", "[2001:db8::1]"),
  ]) func isExcepted(_ list: String, _ host: String) { #expect(contains(list, host)) }

  @Test(arguments: [
    ("10.0.0.0/8", "11.1.2.3"), ("10.0.0.0/12", "10.31.2.3"), ("10.0.0.0/0", "10.1.2.3"), ("10.1.2.3/33", "10.1.2.3"),
    ("10.0.0.0/", "10.1.2.3"), ("10.0.0.0/-8", "10.1.2.3"), ("10", "10.1.2.3"), ("2.3", "10.1.2.3"),
    (".2.3", "10.1.2.3"), (".10.1.2.3", "10.1.2.3"), ("10.1.2.3:443", "10.1.2.3"), ("10.0.0.0/8", "10.example.se"),
    ("*,foo", "a.example.se"), ("foo,*", "a.example.se"), (" *", "a.example.se"), ("*.example.se", "a.example.se"),
    ("..example.se", "a.example.se"), ("..example.se", "example.se"), ("example.se:443", "example.se"),
    ("ample.se", "example.se"), (".", "example.se"), ("", "example.se"), ("[2001:db8::1]", "[2001:db8::1]"),
    ("2001:db8::/33", "[2001:db8:8000::1]"), ("2001:db8::/0", "[2001:db9::1]"), ("2001:db8::/129", "[2001:db8::1]"),
  ]) func isNotExcepted(_ list: String, _ host: String) { #expect(!contains(list, host)) }

  @Test func anEmptyVariableCountsAsNone() {
    let variables = ["no_proxy": "", "NO_PROXY": "example.se"]
    #expect(ProxyExceptions { variables[$0] }.contain("a.example.se"))
    let first = ["no_proxy": "example.net", "NO_PROXY": "example.se"]
    #expect(!ProxyExceptions { first[$0] }.contain("a.example.se"))
    #expect(!ProxyExceptions { _ in nil }.contain("a.example.se"))
  }
}
