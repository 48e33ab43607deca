extension FilterReading {
  /// The same with a fault for each saved view that there is not, or that stands for nothing that can be
  /// read: where it is named.
  public func knowing(views: SavedViews, on project: ProjectKey?) -> FilterReading {
    var names: [String]?
    return adding { term in
      guard case .view(let name) = term else { return nil }
      guard views.view(name, on: project) != nil else {
        let known = names ?? views.views(on: project).map(\.name)
        names = known
        return "There is no saved view “\(name)”." + Self.hint(name, known)
      }
      var expansion = ViewExpansion { views.filter($0, on: project) }
      do throws(FilterFault) {
        _ = try expansion.expanding(.term(term))
        return nil
      } catch {
        return error.message
      }
    }.addingExcess { views.filter($0, on: project) }
  }

  /// The same with a fault for each status and stage that there is not: were it looked for, nothing would
  /// pass, and everything if it is negated.
  ///
  /// Where there may be others than those that are known, a name is a fault only if it is close to a known one.
  public func knowing(
    statuses: [String], stages: [String], areAll: Bool = true
  ) -> FilterReading {
    adding { term in
      switch term {
      case .status(let name): Self.fault(inName: name, of: "status", among: statuses, areAll)
      case .stage(let name): Self.fault(inName: name, of: "stage", among: stages, areAll)
      default: nil
      }
    }
  }

  private static func fault(
    inName name: String, of kind: String, among known: [String], _ areAll: Bool
  ) -> String? {
    let hint = hint(name, known)
    guard !has(known, name), areAll || !hint.isEmpty else { return nil }
    return "There is no \(kind) “\(name)”." + hint
  }

  /// Whether a condition asks for a status or a stage by its name.
  public var namesPlaces: Bool {
    places.contains { place in
      switch place.term {
      case .status, .stage: true
      default: false
      }
    }
  }

  /// Whether a condition asks for a saved view.
  public var namesViews: Bool {
    places.contains { if case .view = $0.term { true } else { false } }
  }

  private static func has(_ names: [String], _ name: String) -> Bool {
    let folded = name.lowercased()
    return names.contains { $0.lowercased() == folded }
  }

  private static func hint(_ name: String, _ known: [String]) -> String {
    SluiceCore.nearest(to: name, among: known).map { " Did you mean “\($0)”?" } ?? ""
  }

  private func adding(_ message: (FilterTerm) -> String?) -> FilterReading {
    let found = places.prefix(Filter.maximumTerms).compactMap { place in
      message(place.term).map { FilterFault(place.range, $0) }
    }
    return found.isEmpty ? self : FilterReading(self, adding: found)
  }

  /// The same with a fault if all views together stand for more than a filter may hold.
  private func addingExcess(_ views: @escaping (String) -> Filter?) -> FilterReading {
    guard let filter, namesViews else { return self }
    var expansion = ViewExpansion(views: views)
    do throws(FilterFault) {
      _ = try expansion.expanding(filter)
      return self
    } catch {
      return FilterReading(self, adding: [FilterFault(0..<text.count, error.message)])
    }
  }
}
