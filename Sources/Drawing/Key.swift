/// A key as the keymap knows it, with the modifiers terminals can tell apart.
public enum Key: Hashable, Sendable {
  /// A typed character, the space included.
  case character(Character)

  /// Enter or Return.
  case enter

  /// Escape.
  case escape

  /// Tab.
  case tab

  /// Shift and Tab.
  case backTab

  /// Backspace.
  case backspace

  /// Delete forward.
  case delete

  /// Insert.
  case insert

  /// Arrow up.
  case up

  /// Arrow down.
  case down

  /// Arrow left.
  case left

  /// Arrow right.
  case right

  /// Shift and arrow up.
  case shiftUp

  /// Shift and arrow down.
  case shiftDown

  /// Shift and arrow left.
  case shiftLeft

  /// Shift and arrow right.
  case shiftRight

  /// Home.
  case home

  /// End.
  case end

  /// Page up.
  case pageUp

  /// Page down.
  case pageDown

  /// Control and a lower-case letter or one of `@ [ \ ] ^ _`.
  case control(Character)

  /// Alt (or Escape at once followed by) a character.
  case alt(Character)

  /// A function key, from 1.
  case function(Int)
}
