import Crypto

/// The digest of a secret, from which nobody finds the secret.
struct SecretDigest: Sendable, Hashable {
  private let bytes: [UInt8]

  init(of secret: String) { bytes = Array(SHA256.hash(data: Array(secret.utf8))) }
}
