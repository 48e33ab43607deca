import Testing

/// The built program, driven as people and scripts drive it.
///
/// One story at a time: each has processes of its own, and two of them would take the processors, and
/// descriptors that a child inherits, from each other.
@Suite(.serialized) struct ProgramTests {}
