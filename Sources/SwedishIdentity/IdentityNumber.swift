/// The number that identifies a customer to the authorities: an organisation number, a personal identity number or a
/// co-ordination number.
///
/// Sources: lagen (1974:174) om identitetsbeteckning för juridiska personer m.fl. (organisation numbers: ten digits, the
/// third at least 2, so that they never look like a date of birth); Skatteverket, *Personnummer* (SKV 704) and
/// *Samordningsnummer* (SKV 707: 60 is added to the day of birth).
package struct IdentityNumber: Sendable, Equatable {
  /// Whom the number stands for.
  package enum Kind: Sendable, Equatable {
    case organisation
    case person
    /// A person who is not in the population register.
    case coordination
  }

  /// Why a text is no identity number.
  package enum Flaw: Error, Sendable, Equatable {
    /// Not 10 or 12 digits with an optional `-`, `+`, `/` or `.` before the last four, or 12 digits that begin with no century.
    case shape
    /// The date of birth does not exist or lies ahead.
    case date
    /// The last digit is not the check digit of the others.
    case checksum
  }

  package let kind: Kind
  /// Ten digits for an organisation, twelve with the century for a person.
  package let digits: UInt64

  /// The ten digits without century, as they stand in a Swedish VAT number.
  package var shortDigits: UInt64 { digits % 10_000_000_000 }

  /// True for the numbers of ideella and ekonomiska föreningar, condominium associations (bostadsrättsföreningar) among
  /// them. Source: Skatteverket, *Organisationsnummer* (SKV 709): the first digit tells the legal form, 7 is associations.
  package var isAssociation: Bool { kind == .organisation && digits / 1_000_000_000 == 7 }

  /// Reads what a person or a program typed. DigitMarks around and inside are passed over.
  ///
  /// Twelve digits beginning with 16 are an organisation number as authorities write it. In a personal number of ten
  /// digits, `-` or nothing means born within the last hundred years, and `+` means at least a hundred years before the
  /// current year (SKV 704: the plus sign comes in the year in which the person turns 100).
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, today: CalendarDay
  ) -> Result<IdentityNumber, Flaw> {
    guard let typed = TypedDigits(bytes) else { return .failure(.shape) }
    let short = typed.value % 10_000_000_000
    let looksLikeOrganisation = short / 10_000_000 % 10 >= 2
    let century = typed.count == 12 ? Int(typed.value / 10_000_000_000) : nil
    if century == 16 || century == nil && looksLikeOrganisation {
      guard looksLikeOrganisation, !typed.hasPlus else { return .failure(.shape) }
      return Luhn.isValid(short) ? .success(Self(kind: .organisation, digits: short)) : .failure(.checksum)
    }
    let month = Int(short / 1_000_000 % 100)
    let typedDay = Int(short / 10_000 % 100)
    let isCoordination = typedDay > 60
    let day = isCoordination ? typedDay - 60 : typedDay
    let year: Int
    if let century {
      guard (18...20).contains(century) else { return .failure(.shape) }
      year = century * 100 + Int(short / 100_000_000)
    } else {
      year = yearOfBirth(
        lastTwo: Int(short / 100_000_000), month: month, day: day, isCentenarian: typed.hasPlus, today: today)
    }
    let birth = CalendarDay(year: year, month: month, day: day)
    guard birth.exists, birth <= today else { return .failure(.date) }
    guard Luhn.isValid(short) else { return .failure(.checksum) }
    let digits = UInt64(year / 100) * 10_000_000_000 + short
    return .success(Self(kind: isCoordination ? .coordination : .person, digits: digits))
  }

  /// Appends `NNNNNN-NNNN` for an organisation, `YYYYMMDD-NNNN` for a person.
  package func appendCanonical(to bytes: inout [UInt8]) {
    var unit: UInt64 = kind == .organisation ? 1_000_000_000 : 100_000_000_000
    while unit > 0 {
      if unit == 1000 { bytes.append(UInt8(ascii: "-")) }
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits / unit % 10))
      unit /= 10
    }
  }

  private static func yearOfBirth(lastTwo: Int, month: Int, day: Int, isCentenarian: Bool, today: CalendarDay) -> Int {
    let latest = isCentenarian ? today.year - 100 : today.year
    let year = latest - (latest - lastTwo) % 100
    if !isCentenarian, CalendarDay(year: year, month: month, day: day) > today { return year - 100 }
    return year
  }
}

/// The digits of a text of 10 or 12 digits with at most one sign, before the last four.
private struct TypedDigits {
  var value: UInt64 = 0
  var count = 0
  var hasPlus = false

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let usual = DigitWord.identity(bytes) {
      (value, count) = usual
      return
    }
    var place = 0
    var signAt: Int?
    while place < bytes.count {
      let byte = bytes[place]
      if byte >= 0x30, byte <= 0x39 {
        guard count < 12 else { return nil }
        value = value * 10 + UInt64(byte - 0x30)
        count += 1
        place += 1
        continue
      }
      let blank = DigitMarks.width(bytes, at: place)
      if blank > 0 {
        place += blank
        continue
      }
      let sign = Self.isSign(byte) ? 1 : DigitMarks.hyphenWidth(bytes, at: place)
      guard sign > 0, signAt == nil else { return nil }
      signAt = count
      hasPlus = byte == UInt8(ascii: "+")
      place += sign
    }
    guard count == 10 || count == 12 else { return nil }
    if let signAt, signAt != count - 4 { return nil }
  }

  /// True for the plus sign, and for what some write instead of a hyphen: `800101/1231`, `800101.1231`.
  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }
}
