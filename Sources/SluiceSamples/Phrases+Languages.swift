extension Phrases {
  /// Titles in one language: every beginning goes with every end.
  struct Language: Sendable {
    let beginnings: [String]
    let ends: [String]

    init(_ beginnings: [String], _ ends: [String]) {
      self.beginnings = beginnings
      self.ends = ends
    }
  }

  /// Scripts that are wide, narrow, combining, right to left, and pictures.
  static let languages = [
    Language(
      ["ログイン画面", "検索結果", "CSV出力", "請求書", "通知メール"],
      ["で文字化けする", "の表示が遅い", "が真っ白になる", "のテストが足りない", "を翻訳する"]),
    Language(
      ["登录页面", "导出功能", "支付回调", "搜索建议"], ["响应太慢", "在手机上错位", "偶尔丢失数据", "需要补充文档"]),
    Language(["로그인 화면", "검색 결과", "알림 메일"], ["이 너무 느림", "에서 글자가 깨짐", "을 번역하기"]),
    Language(
      ["Anmeldung", "Rechnungsübersicht", "Suche", "Größenänderung"],
      [" bricht bei Umlauten ab", " zeigt die falsche Uhrzeit", " verliert Änderungen"]),
    Language(
      ["L’export CSV", "La page d’accueil", "Le rappel par e-mail"],
      [" échoue au-delà de 10 Mo", " n’affiche pas les accents", " arrive deux fois"]),
    Language(
      ["La búsqueda", "El menú móvil", "La contraseña"],
      [" no reconoce la ñ", " tarda demasiado", " se borra al volver atrás"]),
    Language(
      ["Wyszukiwarka", "Strona płatności"], [" gubi polskie znaki: ąęłż", " działa zbyt wolno"]),
    Language(
      ["Страница входа", "Поиск", "Отчёт за месяц"],
      [" не открывается", " работает слишком медленно", " теряет последнюю строку"]),
    Language(["Η αναζήτηση", "Η σελίδα πληρωμής"], [" είναι πολύ αργή", " δεν ανοίγει"]),
    Language(
      ["Trang đăng nhập", "Tìm kiếm"], [" bị lỗi khi mất mạng", " hiển thị sai dấu tiếng Việt"]),
    Language(["लॉगिन पृष्ठ", "खोज"], [" बहुत धीमा है", " में त्रुटि"]),
    Language(["หน้าเข้าสู่ระบบ", "การค้นหา"], ["ช้าเกินไป", "แสดงผลผิด"]),
    Language(["صفحة الدخول", "البحث"], [" لا تفتح", " بطيء جدا"]),
    Language(["מסך הכניסה", "החיפוש"], [" לא נפתח", " איטי מדי"]),
    Language(
      ["🐛 Cafe\u{301} menu", "🚀 Launch page", "⚠️ Disk alarm", "👩‍💻 Pairing guide", "🇯🇵 Price list"],
      [" needs an owner", " is out of date", " 👍🏽 approved, to be merged", " shows ½ as 1/2"]),
  ]
}
