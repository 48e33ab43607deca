internal import FoundationEssentials
internal import SQLite
internal import SluiceCore

extension Value {
  static func id<Subject>(_ id: Identifier<Subject>) -> Value {
    .blob(withUnsafeBytes(of: id.uuid.uuid) { [UInt8]($0) })
  }

  static func time(_ time: Timestamp) -> Value {
    .integer(time.milliseconds)
  }

  static func ticket(_ row: TicketRow) -> Value {
    .integer(row.id)
  }

  static func project(_ row: ProjectRow) -> Value {
    .integer(row.id)
  }

  static func status(_ id: Status.ID) -> Value {
    .integer(Int64(id.number))
  }

  static func status(_ id: Status.ID?) -> Value {
    .int(id?.number)
  }

  /// Labels are lines, for no label has a line break in it.
  static func labels(_ labels: [String]) -> Value {
    .text(labels.joined(separator: "\n"))
  }
}

extension Row {
  func id<Subject>(_ column: Int) throws(SQLiteError) -> Identifier<Subject> {
    let uuid = withBytes(column) { bytes -> UUID? in
      bytes.count == 16 ? UUID(uuid: bytes.loadUnaligned(as: uuid_t.self)) : nil
    }
    guard let uuid else { throw .malformed("public id") }
    return Identifier(uuid)
  }

  func time(_ column: Int) -> Timestamp {
    Timestamp(milliseconds: int64(column))
  }

  func day(_ column: Int) -> CalendarDay? {
    optionalInt(column).map(CalendarDay.init(daysSinceEpoch:))
  }

  func status(_ column: Int) -> Status.ID {
    Status.ID(int(column))
  }

  func priority(_ column: Int) throws(SQLiteError) -> Priority {
    guard let priority = Priority(rawValue: int(column)) else { throw .malformed("priority") }
    return priority
  }

  func labels(_ column: Int) -> [String] {
    withBytes(column) { bytes in
      var labels: [String] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let line = rest.prefix { $0 != 0x0A }
        labels.append(String(decoding: UnsafeRawBufferPointer(rebasing: line), as: UTF8.self))
        rest = rest[line.endIndex...].dropFirst()
      }
      return labels
    }
  }

  func projectKey(_ column: Int) throws(SQLiteError) -> ProjectKey {
    guard let key = ProjectKey(text(column)) else { throw .malformed("project key") }
    return key
  }

  func word<Word: RawRepresentable<String>>(_ column: Int) throws(SQLiteError) -> Word {
    guard let word = Word(rawValue: text(column)) else { throw .malformed("\(Word.self)") }
    return word
  }
}
