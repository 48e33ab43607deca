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
}
