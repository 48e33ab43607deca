/// What is wrong with the text of a filter, and where.
public struct FilterFault: Error, Hashable, Sendable {
  /// The characters concerned, counted from 0; empty where something is missing.
  public let range: Range<Int>
  /// One sentence: what was found and what was expected.
  public let message: String

  /// A fault with its parts.
  public init(_ range: Range<Int>, _ message: String) {
    self.range = range
    self.message = message
  }
}

/// A filter as it was read: its text, what it means if nothing is wrong with it, and what is.
public struct FilterReading: Hashable, Sendable {
  /// What was read.
  public let text: String
  /// What it means; `nil` if something is wrong with it.
  public let filter: Filter?
  /// What is wrong with it, in the order of the text.
  public let faults: [FilterFault]
  /// Its conditions with the characters that they are written by.
  let places: [Place]

  /// Where a condition is written.
  struct Place: Hashable, Sendable {
    let term: FilterTerm
    let range: Range<Int>
  }

  /// Reads a text; never fails, but may find faults.
  public init(_ text: String) {
    var parser = FilterParser(text)
    let filter = parser.filter()
    self.text = text
    faults = parser.faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
    places = parser.places
    self.filter = faults.isEmpty ? filter : nil
  }

  /// A reading with more faults.
  init(_ reading: FilterReading, adding faults: [FilterFault]) {
    text = reading.text
    filter = faults.isEmpty ? reading.filter : nil
    let all = (reading.faults + faults).sorted { $0.range.lowerBound < $1.range.lowerBound }
    self.faults = Array(all.prefix(Self.maximumFaults))
    places = reading.places
  }

  /// The most faults that are told; who has more of them has pasted something else.
  static let maximumFaults = 20
}

extension Filter {
  /// Reads a text, and throws the first thing that is wrong with it.
  public init(_ text: String) throws(FilterFault) {
    let reading = FilterReading(text)
    guard let filter = reading.filter else {
      throw reading.faults.first ?? FilterFault(0..<0, "Expected a filter.")
    }
    self = filter
  }
}
