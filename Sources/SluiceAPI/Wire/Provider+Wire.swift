internal import SluiceCore

extension Provider: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      id: try parts.read("id"), name: try parts.read("name"), type: try parts.read("type"),
      settings: try parts.read("config"), secrets: try parts.read("secrets"),
      isActive: try parts.read("active"), createdAt: try parts.read("created_at"),
      updatedAt: try parts.read("updated_at"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("id", id)
    writer.member("name", name)
    writer.member("type", type)
    writer.member("config", settings)
    writer.member("secrets", secrets)
    writer.member("active", isActive)
    writer.member("created_at", createdAt)
    writer.member("updated_at", updatedAt)
  }
}

extension ProviderReport: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      isUsable: try parts.read("usable"), status: try parts.optional("status"),
      milliseconds: try parts.read("milliseconds"), message: try parts.read("message"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("usable", isUsable)
    writer.member("status", nullable: status)
    writer.member("milliseconds", milliseconds)
    writer.member("message", message)
  }
}

extension ProviderDraft: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      name: try parts.read("name"), type: try parts.read("type"),
      config: try parts.read("config", else: [:]), isActive: try parts.read("active", else: true))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("name", name)
    writer.member("type", type)
    writer.member("config", config)
    writer.member("active", isActive)
  }
}

extension ProviderEdit: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      name: try parts.optional("name"), type: try parts.optional("type"),
      config: try parts.read("config", else: WireMap([:])).values,
      isActive: try parts.optional("active"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("name", name)
    writer.member("type", type)
    writer.member("config", WireMap(config))
    writer.member("active", isActive)
  }
}
