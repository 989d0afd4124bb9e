extension Configuration {
  /// The text of `config.example.json`: every key with its built-in value. The installed program has no checkout to read
  /// it from, so it stands here too; a test holds the two together.
  package static let example = """
    {
      "register": "kundreg.db",
      "mappings": ["Mappings"],
      "language": null,
      "rules": {},
      "limits": {
        "maximumPartSizeMB": 4096,
        "maximumRowSizeMB": 16,
        "maximumMemoryMB": 400,
        "maximumStreamSizeMB": 4096
      },
      "documents": {
        "maxMegabytes": 50
      },
      "lookup": {
        "provider": "none",
        "baseURL": "https://ec.europa.eu/taxation_customs/vies/rest-api",
        "requestsPerWindow": 2,
        "windowSeconds": 1
      },
      "notifications": {
        "command": [],
        "timeoutSeconds": 30
      },
      "erps": {
        "fortnox": {
          "kind": "fortnox",
          "baseURL": "https://api.fortnox.se/3",
          "authorizeURL": "https://apps.fortnox.se/oauth-v1/auth",
          "tokenURL": "https://apps.fortnox.se/oauth-v1/token",
          "revokeURL": "https://apps.fortnox.se/oauth-v1/revoke",
          "redirectURI": "http://localhost:8765/callback",
          "scopes": ["customer", "companyinformation"],
          "credentials": "credentials/fortnox.json",
          "mapping": "fortnox-api",
          "conflicts": "hold",
          "fieldOwners": {},
          "leaveOut": [],
          "defaults": {},
          "requestsPerWindow": 25,
          "windowSeconds": 5,
          "assignedToOurReference": false,
          "labelsAsTags": false,
          "changeEvents": false,
          "changeEventsURL": "wss://ws.fortnox.se/topics-v1"
        },
        "visma": {
          "kind": "visma-eaccounting",
          "baseURL": "https://eaccountingapi.vismaonline.com/v2",
          "authorizeURL": "https://identity.vismaonline.com/connect/authorize",
          "tokenURL": "https://identity.vismaonline.com/connect/token",
          "revokeURL": "https://identity.vismaonline.com/connect/revocation",
          "redirectURI": "http://localhost:8765/callback",
          "scopes": ["ea:api", "offline_access", "ea:sales"],
          "credentials": "credentials/visma.json",
          "mapping": "visma-eaccounting-api",
          "conflicts": "hold",
          "fieldOwners": {},
          "leaveOut": [],
          "defaults": {},
          "requestsPerWindow": 600,
          "windowSeconds": 60,
          "assignedToOurReference": false,
          "labelsAsTags": false,
          "changeEvents": false
        }
      }
    }

    """
}
