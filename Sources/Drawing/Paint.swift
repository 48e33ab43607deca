/// What styles come down to on one terminal: the bytes of an appearance and what it does to blanks.
struct Paint {
  let appearance: Appearance
  /// What a blank looks like in it; equal for paints whose blanks cannot be told apart.
  let blank: Appearance
  /// Whether erasing a stretch leaves what writing blanks would.
  let isErasable: Bool
}
