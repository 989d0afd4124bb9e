/// The picture in the browser's tab.
enum PageIcon {
  static let text = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#14532d"/>\
    <path d="M9 6v20M9 17 21 6M12 14l11 12" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>
    """
}
