@testable import HTTP
import Testing

@Suite struct ProxySettingTests {
  private func setting(_ variables: [String: String], host: String = "api.fortnox.se") -> ProxySetting? {
    ProxySetting(for: host) { variables[$0] }
  }

  @Test(
    arguments: [
      (["https_proxy": "http://proxy.example.se:8080"], "https_proxy", "proxy.example.se:8080"),
      (["HTTPS_PROXY": "proxy.example.se:8080/"], "HTTPS_PROXY", "proxy.example.se:8080"),
      (["all_proxy": "socks5h://proxy.example.se"], "all_proxy", "proxy.example.se"),
      (["ALL_PROXY": "http://[::1]:3128"], "ALL_PROXY", "[::1]:3128"),
      (["https_proxy": "", "ALL_PROXY": "a.example.se:1"], "ALL_PROXY", "a.example.se:1"),
      (["https_proxy": "http://anna:hemligt@proxy.example.se:8080"], "https_proxy", "proxy.example.se:8080"),
      (["https_proxy": "anna:hem@ligt@proxy.example.se"], "https_proxy", "proxy.example.se"),
      (["http_proxy": "x.example.se:1", "all_proxy": "y.example.se:2"], "all_proxy", "y.example.se:2"),
    ] as [([String: String], String, String)])
  func theFirstVariableThatIsSetNamesTheProxyWithoutItsPassword(
    _ variables: [String: String], _ variable: String, _ authority: String
  ) {
    let setting = setting(variables)
    #expect(setting?.variable == variable)
    #expect(setting?.authority == authority)
  }

  @Test(arguments: ["*", "fortnox.se", ".fortnox.se", "example.se, API.FORTNOX.SE", "localhost fortnox.se"])
  func hostsThatAreExceptedHaveNone(_ list: String) {
    for name in ["no_proxy", "NO_PROXY"] {
      #expect(setting(["https_proxy": "proxy.example.se:8080", name: list]) == nil)
    }
  }

  @Test(arguments: ["nox.se", "api.fortnox.se.example", "localhost", "", "10.0.0.0/8"])
  func othersHaveIt(_ list: String) {
    #expect(setting(["https_proxy": "proxy.example.se:8080", "no_proxy": list]) != nil)
    #expect(setting([:]) == nil)
  }
}
