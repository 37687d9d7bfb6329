/** The documentation page's whole appearance; readable on paper, on a telephone and in the dark. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #8881; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; border-right: 1px solid var(--line); font-size: .9rem; box-sizing: border-box; }
nav h2 { font-size: 1rem; margin: 1rem 0 0; } nav ul { margin: 0; padding-left: 1.1rem; }
main { padding: 1rem 2rem 4rem; max-width: 62rem; }
article { border-top: 1px solid var(--line); padding: .5rem 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--line); }
pre { background: var(--soft); padding: .75rem; overflow: auto; font-size: .85rem; }
code { font-size: .9em; } .route { font-weight: 600; } .rules { font-size: .9rem; opacity: .85; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border: 0; } }
`;
