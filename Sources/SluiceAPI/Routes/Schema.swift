/// What a JSON value may be: checks a value, and prints itself for the description of the interface.
public indirect enum Schema: Hashable, Sendable {
  /// Anything at all.
  case any
  /// A text.
  case string(StringRule)
  /// A whole number within a range.
  case integer(ClosedRange<Int>)
  /// Any number.
  case number
  /// True or false.
  case boolean
  /// A list of at most so many values.
  case array(Schema, maximum: Int?)
  /// An object.
  case object(ObjectRule)
  /// A value, or `null`.
  case nullable(Schema)
  /// What is described under that name.
  case reference(String)
  /// A schema with words for people.
  case described(Schema, String)

  /// What a text may be.
  public struct StringRule: Hashable, Sendable {
    /// Forms that texts can have.
    public enum Format: String, Hashable, Sendable {
      /// Such as `0b9f8c1e-5a3d-4f2b-9c7e-1d2a3b4c5d6e`.
      case uuid
      /// Such as `2026-03-01`.
      case date
      /// Such as `2026-03-01T12:00:00.000Z`; told, not checked.
      case dateTime = "date-time"
      /// Told, not checked.
      case email
      /// Told, not checked.
      case uri
      /// Told, not checked: never shown.
      case password
      /// The language of filters; told, not checked: who reads the text says what is wrong, and where.
      case filter
    }

    /// The form it has.
    public var format: Format?
    /// All that it may be; empty if it may be any.
    public var values: [String]
    /// The fewest Unicode scalars.
    public var minimum: Int
    /// The most Unicode scalars.
    public var maximum: Int?
    /// A regular expression that all of it matches; told, not checked: who reads the text says what is wrong.
    public var pattern: String?

    /// A rule with its parts; by default any text.
    public init(
      format: Format? = nil, values: [String] = [], minimum: Int = 0, maximum: Int? = nil,
      pattern: String? = nil
    ) {
      self.pattern = pattern
      self.format = format
      self.values = values
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// What an object may be.
  public struct ObjectRule: Hashable, Sendable {
    /// The members that it has, in the order in which they are told.
    public var members: [Member]
    /// What other members may be; `nil` if there may be none.
    public var others: Schema?
    /// Members of which some must be there, though none of them must.
    public var choice: Choice?

    /// A rule with its parts.
    public init(_ members: [Member], others: Schema? = nil, choice: Choice? = nil) {
      self.members = members
      self.others = others
      self.choice = choice
    }
  }

  /// Members of which some must be there.
  public enum Choice: Hashable, Sendable {
    /// One of them, and no other.
    case exactlyOne([String])
    /// One of them, or more.
    case atLeastOne([String])
  }

  /// One member of an object.
  public struct Member: Hashable, Sendable {
    /// Its name on the wire.
    public var name: String
    /// What its value may be.
    public var schema: Schema
    /// Whether it must be there.
    public var isRequired: Bool

    /// A member that must be there.
    public static func required(_ name: String, _ schema: Schema) -> Member {
      Member(name: name, schema: schema, isRequired: true)
    }

    /// A member that may be left out.
    public static func optional(_ name: String, _ schema: Schema) -> Member {
      Member(name: name, schema: schema, isRequired: false)
    }
  }
}

extension Schema {
  /// Any text.
  public static let text = Schema.string(StringRule())
  /// A text that is not empty.
  public static let someText = Schema.string(StringRule(minimum: 1))
  /// A public id.
  public static let id = Schema.string(StringRule(format: .uuid))
  /// A filter as a person types it.
  public static let filter = Schema.string(StringRule(format: .filter, maximum: 4_000))
  /// A moment.
  public static let time = Schema.string(StringRule(format: .dateTime))
  /// A day.
  public static let day = Schema.string(StringRule(format: .date))
  /// Any whole number that JSON readers agree about: beyond these, several share one floating-point number.
  ///
  /// Source: RFC 8259, §6.
  public static let wholeNumber = Schema.integer(1 - (1 << 53)...(1 << 53) - 1)
  /// A whole number that is not negative.
  public static let count = Schema.integer(0...(1 << 53) - 1)

  /// A text of at most so many Unicode scalars.
  public static func text(upTo maximum: Int) -> Schema {
    .string(StringRule(maximum: maximum))
  }

  /// One of these texts.
  public static func oneOf(_ values: [String]) -> Schema {
    .string(StringRule(values: values))
  }

  /// A list.
  public static func array(_ schema: Schema) -> Schema {
    .array(schema, maximum: nil)
  }

  /// An object with these members and no others.
  public static func object(_ members: Member...) -> Schema {
    .object(ObjectRule(members))
  }

  /// An object with these members, and perhaps others, as replies have them.
  public static func open(_ members: Member...) -> Schema {
    .object(ObjectRule(members, others: .any))
  }

  /// An object whose members all have values of one kind, under any names.
  public static func map(_ schema: Schema) -> Schema {
    .object(ObjectRule([], others: schema))
  }

  /// A page of a long list.
  public static func page(_ item: Schema) -> Schema {
    .open(
      .required("items", .array(item)), .required("next_cursor", .nullable(.text)),
      .required("has_more", .boolean))
  }
}
