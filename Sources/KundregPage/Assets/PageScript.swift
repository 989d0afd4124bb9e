/// The page's only script. It adds; everything works without.
enum PageScript {
  static let text = """
    // A form is sent once: a second click would only be refused.
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (form.method !== "post") return;
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "yes";
    });
    // The back button brings a page as it was left.
    window.addEventListener("pageshow", () => {
      for (const form of document.forms) delete form.dataset.sent;
    });
    // A file that is dropped beside a zone must not replace the page.
    for (const name of ["dragover", "drop"]) {
      window.addEventListener(name, (event) => event.preventDefault());
    }
    // "/" leads to the search, as in other lists.
    document.addEventListener("keydown", (event) => {
      const field = document.querySelector("input[type=search]");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field) return;
      if (event.target.closest("input, textarea, select")) return;
      event.preventDefault();
      field.focus();
    });

    """
}
