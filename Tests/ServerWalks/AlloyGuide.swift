/// The walk through Alloy's workflow guide: its twelve commands, one after the other.
package enum AlloyGuide {
  package static let walk = Walk(
    description: "Alloy's workflow guide", steps: places + definitions + work)

  private static let places = [
    Walk.Step(
      method: "POST", path: "/api/v1/auth/register",
      body: #"{"email": "ann@harbour.example", "password": "low-tide-7", "display_name": "Ann"}"#,
      status: 201,
      reply: """
        {"user_id": "...", "email": "ann@harbour.example", "display_name": "Ann",
         "access_token": "..."}
        """, keeping: ["token": "access_token", "user": "user_id"]),
    Walk.Step(
      method: "POST", path: "/api/v1/orgs", body: #"{"name": "Harbour Office", "slug": "harbour"}"#,
      status: 201, reply: #"{"id": "...", "name": "Harbour Office", "slug": "harbour"}"#,
      keeping: ["org": "id"]),
    Walk.Step(
      method: "POST", path: "/api/v1/projects",
      body: """
        {"org_id": "<org>", "key": "HB", "name": "Moorings", "description": "Who lies where"}
        """, status: 201,
      reply: """
        {"id": "...", "org_id": "<org>", "key": "HB", "name": "Moorings",
         "description": "Who lies where", "ticket_counter": 0}
        """, keeping: ["project": "id"]),
    Walk.Step(
      method: "GET", path: "/api/v1/orgs/<org>/workflows", status: 200,
      reply: """
        {"items": [{"id": "...", "org_id": "<org>", "name": "Default", "statuses": [
           {"name": "Backlog", "category": "backlog"}, {"name": "Todo", "category": "todo"},
           {"name": "InProgress", "category": "in_progress"},
           {"name": "InReview", "category": "in_review"}, {"name": "Done", "category": "done"},
           {"name": "Cancelled", "category": "cancelled"}],
           "transitions": "...", "enforcement": "none", "created_at": "...", "updated_at": "..."}],
         "next_cursor": null, "has_more": false}
        """),
  ]

  private static let chain = """
    "statuses": [{"name": "Seen", "category": "backlog"}, {"name": "Planned", "category": "todo"},
      {"name": "Mending", "category": "in_progress"}, {"name": "Floating", "category": "done"}],
    "transitions": [{"from": "Seen", "to": "Planned"}, {"from": "Planned", "to": "Mending"},
      {"from": "Mending", "to": "Planned"}, {"from": "Mending", "to": "Floating"}],
    "enforcement": "strict"
    """

  private static let short = """
    "statuses": "...", "transitions": "...", "enforcement": "strict", "created_at": "...",
    "updated_at": "..."
    """

  private static let definitions = [
    Walk.Step(
      method: "POST", path: "/api/v1/orgs/<org>/workflows",
      body: "{\"name\": \"Repairs\", \(chain)}", status: 201,
      reply: """
        {"id": "...", "org_id": "<org>", "name": "Repairs", \(chain), "created_at": "...",
         "updated_at": "..."}
        """, keeping: ["workflow": "id"]),
    Walk.Step(
      method: "GET", path: "/api/v1/workflows/<workflow>", status: 200,
      reply: "{\"id\": \"<workflow>\", \"org_id\": \"<org>\", \"name\": \"Repairs\", \(short)}"),
    Walk.Step(
      method: "PATCH", path: "/api/v1/workflows/<workflow>", body: #"{"name": "Repairs II"}"#,
      status: 200,
      reply: "{\"id\": \"<workflow>\", \"org_id\": \"<org>\", \"name\": \"Repairs II\", \(short)}"),
  ]

  private static let work = [
    Walk.Step(
      method: "POST", path: "/api/v1/projects/<project>/tickets",
      body: """
        {"title": "Replace the third buoy", "description": "It leaks", "priority": "High",
         "reporter_id": "<user>"}
        """, status: 201,
      reply: """
        {"id": "...", "project_id": "<project>", "ticket_number": 1,
         "title": "Replace the third buoy", "description": "It leaks", "status": "Backlog",
         "priority": "High", "reporter_id": "<user>"}
        """, keeping: ["ticket": "id"]),
    Walk.Step(
      method: "POST", path: "/api/v1/tickets/<ticket>/transition",
      body: #"{"to_status": "InProgress"}"#, status: 200,
      reply: """
        {"id": "<ticket>", "project_id": "<project>", "ticket_number": 1,
         "title": "Replace the third buoy", "status": "InProgress", "priority": "High"}
        """),
    Walk.Step(
      method: "GET", path: "/api/v1/tickets/<ticket>/transitions", status: 200,
      reply: """
        {"current_status": "InProgress", "available": [{"name": "...", "category": "..."}]}
        """),
    Walk.Step(
      method: "POST", path: "/api/v1/tickets/<ticket>/transition",
      body: #"{"to_status": "Done"}"#, status: 200, reply: #"{"status": "Done"}"#),
    Walk.Step(method: "DELETE", path: "/api/v1/workflows/<workflow>", status: 204),
  ]
}
