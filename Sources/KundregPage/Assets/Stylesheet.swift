/// The page's only stylesheet: light, dark, forced colours, narrow and printed.
enum Stylesheet {
  static let text = """
    :root {
      color-scheme: light dark;
      --ground: #fbfbf9; --surface: #ffffff; --ink: #1b1f1d; --quiet: #545c58; --line: #d3d8d4; --edge: #7b847f;
      --accent: #14532d; --accent-ink: #ffffff; --link: #14532d; --warn: #8a1c1c; --focus: #0b57d0;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #141816; --surface: #1c211e; --ink: #e8ece9; --quiet: #a7b0ab; --line: #38403b; --edge: #7d8782;
        --accent: #8fd6a8; --accent-ink: #0c1f13; --link: #9bddb2; --warn: #ffb4ab; --focus: #a8c7fa;
      }
    }
    * { box-sizing: border-box; }
    html { font: 100%/1.5 system-ui, sans-serif; background: var(--ground); color: var(--ink); }
    body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; overflow-wrap: anywhere; }
    a { color: var(--link); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: 1rem; top: -4rem; background: var(--surface); padding: .5rem 1rem; z-index: 1; }
    .skip:focus { top: .5rem; }
    .top { background: var(--surface); border-bottom: 1px solid var(--line); padding: .75rem 1.25rem; display: flex;
      flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; }
    .brand { font-weight: 700; color: var(--ink); text-decoration: none; padding: .25rem 0; }
    .top nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; }
    .top nav a { display: inline-block; padding: .25rem 0; text-decoration: none; }
    .top nav a:hover { text-decoration: underline; }
    .top nav a[aria-current] { color: var(--ink); font-weight: 600; border-bottom: 2px solid var(--accent); }
    .who { margin-left: auto; display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; color: var(--quiet); }
    .who form { margin: 0; }
    main { width: 100%; max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; flex: 1; }
    main.narrow { max-width: 38rem; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
    h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .75rem; }
    p { max-width: 42rem; }
    .quiet { color: var(--quiet); }
    code { font: .95em ui-monospace, monospace; }
    button, .button, input, select { font: inherit; color: inherit; min-height: 2.25rem; }
    button { background: var(--surface); border: 1px solid var(--edge); border-radius: 4px; padding: .25rem .9rem; cursor: pointer; }
    button:hover { border-color: var(--ink); }
    button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600; padding: .4rem 1.4rem; }
    button.small { min-height: 1.75rem; padding: 0 .6rem; }
    .login { display: grid; gap: .25rem; max-width: 22rem; margin: 1.5rem 0; }
    .login button { justify-self: start; margin-top: .75rem; }
    input[type=text], input[type=password] { background: var(--surface); border: 1px solid var(--edge); border-radius: 4px;
      padding: .25rem .6rem; width: 100%; }
    input[type=search] { background: var(--surface); border: 1px solid var(--edge); border-radius: 4px; padding: .25rem .6rem;
      width: 100%; max-width: 26rem; }
    input[type=checkbox] { min-height: 0; width: 1.25rem; height: 1.25rem; accent-color: var(--accent); vertical-align: -.2rem; margin: 0 .4rem 0 0; }
    .search { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 0 0 1.25rem; }
    .search .field { flex: 1 1 14rem; max-width: 26rem; }
    .search label { display: block; }
    .search .check { padding: .35rem 0; }
    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; padding: .6rem .75rem; color: var(--quiet); }
    th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-top: 1px solid var(--line); overflow-wrap: normal; }
    thead th { vertical-align: bottom; font-weight: 600; }
    td { max-width: 28rem; overflow-wrap: break-word; min-width: 5rem; }
    td.number { text-align: right; font-variant-numeric: tabular-nums; }
    .time { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .cards { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; margin: 0; padding: 0; }
    .cards li { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 1rem; }
    .cards a { font-weight: 600; }
    .cards p { margin: .25rem 0 0; color: var(--quiet); }
    dl { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: 0 1.5rem; margin: 0; background: var(--surface);
      border: 1px solid var(--line); border-radius: 6px; padding: .25rem 1rem; }
    dt, dd { padding: .4rem 0; border-top: 1px solid var(--line); margin: 0; }
    dt:first-of-type, dd:first-of-type { border-top: 0; }
    dt { color: var(--quiet); }
    dd { white-space: pre-line; }
    .pages { display: flex; gap: 1.5rem; margin: 1rem 0; }
    .pages a { padding: .25rem 0; }
    .fault { border-left: 4px solid var(--warn); padding-left: 1rem; }
    @media (max-width: 34rem) {
      .top, main { padding-left: .9rem; padding-right: .9rem; }
      .who { margin-left: 0; }
      dl { grid-template-columns: 1fr; }
      dt { border-top: 1px solid var(--line); padding-bottom: 0; }
      dd { border-top: 0; padding-top: 0; }
    }
    @media (prefers-reduced-motion: no-preference) { .skip { transition: top .1s; } }
    @media (forced-colors: active) { button, .cards li, .scroll, dl { border: 1px solid; } }
    @media print {
      .top nav, .who, .search, .pages, .skip, button { display: none; }
      html { background: #fff; color: #000; font-size: 10pt; }
      .top { border: 0; padding: 0; }
      main { max-width: none; padding: 0; }
      .scroll { overflow: visible; border: 0; }
      a { color: inherit; text-decoration: none; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
    }

    """
}
