import Testing

@testable import SluiceCore

/// The graph for Graphviz.
@Suite struct DotTests {
  @Test func `the five stages with their gates`() throws {
    #expect(
      try Given.workflow(.delivery).dot == """
        digraph "Delivery" {
          label="Delivery, strict";
          labelloc=t;
          rankdir=LR;
          node [shape=box, style=rounded];
          subgraph "cluster_shape" {
            label="Shape";
            "Idea" [label="Idea\\nBacklog", penwidth=2];
            "Ready" [label="Ready\\nTodo"];
          }
          subgraph "cluster_build" {
            label="Build";
            "Building" [label="Building\\nIn progress, at most 5"];
            "Blocked" [label="Blocked\\nIn progress, at most 4"];
          }
          subgraph "cluster_check" {
            label="Check";
            "Reviewing" [label="Reviewing\\nIn review, at most 4"];
            "Staging" [label="Staging\\nIn review"];
          }
          subgraph "cluster_live" {
            label="Live";
            "Released" [label="Released\\nDone", peripheries=2];
          }
          subgraph "cluster_dropped" {
            label="Dropped";
            "Dropped" [label="Dropped\\nCancelled", peripheries=2];
          }
          "Idea" -> "Ready";
          "Idea" -> "Dropped";
          "Ready" -> "Building" [label="Ready to build"];
          "Ready" -> "Idea";
          "Ready" -> "Dropped";
          "Building" -> "Blocked";
          "Building" -> "Reviewing" [label="Ready to check"];
          "Building" -> "Ready";
          "Blocked" -> "Building";
          "Blocked" -> "Dropped";
          "Reviewing" -> "Staging";
          "Reviewing" -> "Building";
          "Staging" -> "Released" [label="Release"];
          "Staging" -> "Building";
        }

        """)
  }

  @Test func `the guide's workflow, in which each category is a stage`() throws {
    #expect(
      try Given.workflow(.bugTriage).dot == """
        digraph "Bug Triage" {
          label="Bug Triage, strict";
          labelloc=t;
          rankdir=LR;
          node [shape=box, style=rounded];
          subgraph "cluster_backlog" {
            label="Backlog";
            "New" [label="New\\nBacklog", penwidth=2];
          }
          subgraph "cluster_todo" {
            label="Todo";
            "Triaged" [label="Triaged\\nTodo"];
          }
          subgraph "cluster_in_progress" {
            label="In progress";
            "Fixing" [label="Fixing\\nIn progress"];
          }
          subgraph "cluster_in_review" {
            label="In review";
            "Verifying" [label="Verifying\\nIn review"];
          }
          subgraph "cluster_done" {
            label="Done";
            "Closed" [label="Closed\\nDone", peripheries=2];
          }
          subgraph "cluster_cancelled" {
            label="Cancelled";
            "WontFix" [label="WontFix\\nCancelled", peripheries=2];
          }
          "New" -> "Triaged";
          "New" -> "WontFix";
          "Triaged" -> "Fixing";
          "Triaged" -> "WontFix";
          "Fixing" -> "Verifying";
          "Fixing" -> "Triaged";
          "Verifying" -> "Closed";
          "Verifying" -> "Fixing";
        }

        """)
  }

  @Test func `a gate that no transition meets is a dashed arrow between its stages`() throws {
    var draft = try Given.draft(Given.shipIt)
    draft.transitions.removeLast()
    draft.stages[1].isAgentRequired = true
    let graph = try DotReader(Given.workflow(draft).dot)
    #expect(graph.labels == ["Ship it, strict", "Plan", "Build (assistant required)", "Check"])
    #expect(
      graph.edges == [
        DotReader.Item(names: ["New", "Doing"]),
        DotReader.Item(
          names: ["Doing", "Checked"], attributes: ["label": "Ready to check", "style": "dashed"]),
      ])
  }

  @Test func `two gates in one arrow stand below each other`() throws {
    var draft = try Given.draft(Given.shipIt)
    draft.gates.append(
      Gate(key: "more", name: "More", from: "build", to: "check", acknowledgment: "Yes."))
    let graph = try DotReader(Given.workflow(draft).dot)
    #expect(graph.edges[1].attributes["label"] == "Ready to check\\nMore")
  }

  @Test func `names stay names, whatever they hold`() throws {
    let graph = try DotReader(Given.workflow(.hostile).dot)
    let names = WorkflowDraft.hostileNames.map(Self.drawn)
    #expect(graph.nodes.map { DotReader.shown($0.attributes["label"])[0] } == names)
    #expect(Set(graph.nodes.map(\.names)).count == names.count)
    #expect(Set(graph.nodes.map(\.clusters)) == [["cluster_a"], ["cluster_b"]])
    #expect(
      graph.edges.map(\.names)
        == zip(graph.nodes, graph.nodes.dropFirst()).map { $0.names + $1.names })
    #expect(
      graph.labels.map { DotReader.shown($0)[0] } == [names[0] + ", strict", names[1], names[8]])
    let gated = graph.edges.compactMap { $0.attributes["label"] }
    #expect(gated.map(DotReader.shown) == [names])
  }

  /// A name with pictures for what cannot be printed.
  static func drawn(_ name: String) -> String {
    var drawn = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let pictures: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{1B}": "␛", "\u{7}": "␇", "\u{7F}": "␡", "\u{9B}": "\u{FFFD}",
      ]
      drawn.append(pictures[scalar] ?? scalar)
    }
    return String(drawn)
  }
}
