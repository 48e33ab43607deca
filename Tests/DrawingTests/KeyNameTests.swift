import Drawing
import Testing

@Suite struct KeyNameTests {
  @Test(
    arguments: [
      (Key.character("g"), "g"), (.character(" "), "<Space>"), (.character("<"), "<lt>"),
      (.character("é"), "é"), (.control("d"), "<C-d>"), (.alt("x"), "<A-x>"), (.enter, "<Enter>"),
      (.escape, "<Esc>"), (.tab, "<Tab>"), (.backTab, "<S-Tab>"), (.backspace, "<Backspace>"),
      (.delete, "<Del>"), (.up, "<Up>"), (.shiftDown, "<S-Down>"), (.pageUp, "<PageUp>"),
      (.function(12), "<F12>"),
    ] as [(Key, String)])
  func `Every key has a name that reads back`(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(
    arguments: [("<c-D>", Key.control("d")), ("<ESC>", .escape), ("<space>", .character(" "))]
      as [(String, Key)])
  func `Case does not matter inside brackets`(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "gg", "<Nope>", "<F0>", "<F64>", "<>", "<C-dd>"] as [String])
  func `A name that is none is refused`(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func `Sequences read key by key`() {
    #expect(
      Key.sequence("g<C-d>:q<Enter>")
        == [.character("g"), .control("d"), .character(":"), .character("q"), .enter])
    #expect(Key.sequence("a<Nope>") == nil)
    #expect(Key.sequence("a<") == [.character("a"), .character("<")])
  }
}
