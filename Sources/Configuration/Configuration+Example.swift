extension Configuration {
  /// The text of `config.example.json`: every key with its built-in value. The installed program has no checkout to read
  /// it from, so it stands here too; a test holds the two together.
  package static let example = """
    {
      "register": "kundreg.db",
      "mappings": ["Mappings"],
      "rules": {},
      "limits": {
        "maximumPartSizeMB": 4096,
        "maximumRowSizeMB": 16
      },
      "erps": {
        "fortnox": {
          "kind": "fortnox",
          "baseURL": "https://api.fortnox.se/3",
          "tokenURL": "https://apps.fortnox.se/oauth-v1/token",
          "credentials": "credentials/fortnox.json",
          "conflicts": "hold",
          "fieldOwners": {},
          "requestsPerWindow": 25,
          "windowSeconds": 5,
          "assignedToOurReference": false
        },
        "visma": {
          "kind": "visma-eaccounting",
          "baseURL": "https://eaccountingapi.vismaonline.com/v2",
          "tokenURL": "https://identity.vismaonline.com/connect/token",
          "credentials": "credentials/visma.json",
          "conflicts": "hold",
          "fieldOwners": {},
          "requestsPerWindow": 600,
          "windowSeconds": 60,
          "assignedToOurReference": false
        }
      }
    }

    """
}
