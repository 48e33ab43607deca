import Glibc
import SluiceTUI
import Testing

@testable import SluiceCLI

@Suite("The editor") struct ExternalEditorTests {
  private let folder = TemporaryFolder()

  /// What editing comes to, and which folders it leaves behind.
  private func edit(_ text: String, with script: String) -> (Result<String?, EditorError>, [String])
  {
    let editor = folder.write("#!/bin/sh\n" + script, to: "editor")
    chmod(editor, 0o700)
    let variables = ["TMPDIR": folder.path, "EDITOR": editor]
    let result = ExternalEditor(variable: { variables[$0] }).edit(text)
    return (result, Files.names(in: folder.path).filter { $0.hasPrefix("sluice-") })
  }

  @Test func takesWhatWasSaved() {
    let (result, left) = edit("one", with: "echo two >>\"$1\"")
    #expect(result == .success("one\ntwo"))
    #expect(left.isEmpty)
  }

  @Test("An editor that gives up with the text as it was leaves nothing behind")
  func givesUp() {
    let (result, left) = edit("one", with: "exit 1")
    #expect(
      result
        == .failure(
          EditorError("The editor “\(folder.path)/editor” failed; nothing was changed.")))
    #expect(left.isEmpty)
  }

  @Test("An editor that fails after a change keeps the text")
  func fails() {
    let (result, left) = edit("one", with: "echo two >>\"$1\"; exit 1")
    guard case .failure(let error) = result, left.count == 1 else {
      Issue.record("\(result)")
      return
    }
    #expect(error.message.hasSuffix("kept in \(folder.path)/\(left[0])/ticket.md."))
    #expect(folder.read("\(left[0])/ticket.md") == "one\ntwo\n")
  }

  @Test("In a folder that is handed over the text stays until it is taken")
  func given() {
    for (script, left) in [("echo two >>\"$1\"", ["ticket.md"]), ("exit 1", [])] {
      let editor = folder.write("#!/bin/sh\n" + script, to: "editor")
      chmod(editor, 0o700)
      let place = folder.path + "/given"
      mkdir(place, 0o700)
      _ = ExternalEditor(variable: { $0 == "EDITOR" ? editor : nil }).edit("one", in: place)
      #expect(Files.names(in: place) == left)
    }
  }

  @Test("What the editor put beside the text goes with it")
  func backup() {
    let (result, left) = edit("one", with: "cp \"$1\" \"$1~\"; echo two >>\"$1\"")
    #expect(result == .success("one\ntwo"))
    #expect(left.isEmpty)
  }

  @Test("A text that cannot be read back is kept, and named")
  func unreadable() {
    // A folder stands for what opens and gives no bytes, for the superuser may read any file.
    let (result, left) = edit("one", with: "mv \"$1\" \"$1~\"; mkdir \"$1\"")
    guard case .failure(let error) = result, left.count == 1 else {
      Issue.record("\(result)")
      return
    }
    #expect(
      error.message == "The text cannot be read back; it is kept in "
        + "\(folder.path)/\(left[0])/ticket.md.")
    #expect(folder.read("\(left[0])/ticket.md~") == "one\n")
  }

  @Test(
    "A folder for the text that is none from the root is passed over",
    arguments: ["", "tmp", nil] as [String?])
  func relative(folder: String?) {
    #expect(UserFolders(variable: { _ in folder }).scratch == "/tmp")
  }
}
