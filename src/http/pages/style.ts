/**
 * How the pages look: one style sheet within each page, so that nothing is fetched, and its hash for
 * the Content-Security-Policy. Light and dark, from 320 px up, in both directions of writing.
 */
import { createHash } from 'node:crypto';

export const style = `
:root {
  color-scheme: light dark;
  --paper: #f3f1ec;
  --card: #fffefc;
  --ink: #1d2126;
  --soft: #575e67;
  --line: #dfdbd2;
  --edge: #7c828a;
  --accent: #0c5f5a;
  --accent-deep: #084a46;
  --on-accent: #ffffff;
  --tint: #e9f3f1;
  --error: #a1232a;
  --error-tint: #fbeeed;
  --shadow: 0 1px 2px rgb(29 33 38 / 6%), 0 12px 32px rgb(29 33 38 / 8%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #111416;
    --card: #1a1e21;
    --ink: #eceeef;
    --soft: #a9b0b6;
    --line: #32383d;
    --edge: #80878e;
    --accent: #79d2c5;
    --accent-deep: #a3e4da;
    --on-accent: #06231f;
    --tint: #1e2d2c;
    --error: #ffb3ad;
    --error-tint: #33201f;
    --shadow: none;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  min-block-size: 100vh;
  min-block-size: 100dvh;
  padding: clamp(0rem, 6vh, 4.5rem) 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue",
    Arial, sans-serif;
  overflow-wrap: break-word;
}
.sheet {
  max-inline-size: 29rem;
  margin-inline: auto;
  padding: clamp(1.5rem, 6vw, 2.5rem);
  background: var(--card);
}
@media (min-width: 31rem) {
  .sheet { border: 1px solid var(--line); border-radius: 1.25rem; box-shadow: var(--shadow); }
}
@media (max-width: 30.99rem) {
  body { padding: 0; background: var(--card); }
}
header, footer, p, h1, fieldset, form, label { margin: 0; }
.brand {
  display: flex;
  align-items: center;
  gap: 0.625rem;
  margin-block-end: 1.75rem;
  color: var(--soft);
  font-size: 1rem;
  font-weight: 600;
}
.brand svg { flex: none; inline-size: 1.5rem; block-size: 1.5rem; color: var(--accent); }
h1 {
  font-size: clamp(1.5rem, 1.2rem + 1.6vw, 1.875rem);
  font-weight: 700;
  line-height: 1.2;
  letter-spacing: -0.015em;
  text-wrap: balance;
}
:lang(ar) h1, :lang(he) h1, :lang(zh) h1, :lang(ja) h1 { letter-spacing: 0; }
p { text-wrap: pretty; }
h1 + p, h1 + form { margin-block-start: 0.75rem; }
.soft { color: var(--soft); }
.number { display: flex; flex-wrap: wrap; column-gap: 0.75rem; color: var(--soft); }
.number bdi { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
form { display: grid; gap: 1.25rem; margin-block-start: 1.5rem; }
fieldset { display: grid; gap: 0.625rem; min-inline-size: 0; padding: 0; border: 0; }
legend { margin-block-end: 0.625rem; padding: 0; font-weight: 600; }
.choice {
  display: grid;
  grid-template-columns: auto 1fr;
  column-gap: 0.875rem;
  align-items: center;
  min-block-size: 3.5rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--edge);
  border-radius: 0.75rem;
  cursor: pointer;
}
.choice:hover { border-color: var(--accent); }
.choice:has(:checked) {
  border-color: var(--accent);
  background: var(--tint);
  box-shadow: inset 0 0 0 1px var(--accent);
}
.choice input { inline-size: 1.25rem; block-size: 1.25rem; margin: 0; accent-color: var(--accent); }
.choice .soft { display: block; font-size: 0.9375rem; line-height: 1.4; }
.field { display: grid; gap: 0.375rem; }
.field label { font-weight: 600; }
.field .soft { font-size: 0.9375rem; }
.field input {
  inline-size: 100%;
  min-block-size: 3.5rem;
  padding: 0.5rem 1rem;
  border: 1px solid var(--edge);
  border-radius: 0.75rem;
  background: var(--card);
  color: inherit;
  font: inherit;
  font-size: 1.25rem;
  font-variant-numeric: tabular-nums;
}
[dir="rtl"] .field input { text-align: right; }
.field .digits { letter-spacing: 0.35em; font-size: 1.5rem; }
.field input[aria-invalid] { border-color: var(--error); box-shadow: inset 0 0 0 1px var(--error); }
.error {
  padding: 0.625rem 0.875rem;
  border-inline-start: 4px solid var(--error);
  border-radius: 0.375rem;
  background: var(--error-tint);
  color: var(--error);
  font-weight: 600;
}
button {
  inline-size: 100%;
  min-block-size: 3.5rem;
  padding: 0.75rem 1.25rem;
  border: 1px solid transparent;
  border-radius: 0.75rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-size: 1.125rem;
  font-weight: 650;
  line-height: 1.3;
  cursor: pointer;
}
button:hover { background: var(--accent-deep); }
button.second { border-color: var(--edge); background: transparent; color: var(--ink); }
button.second:hover { border-color: var(--accent); background: var(--tint); }
a { display: inline-block; padding-block: 0.375rem; color: var(--accent); font-weight: 600; text-underline-offset: 0.2em; }
a:hover { color: var(--accent-deep); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.choice:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 3px; }
.choice :focus-visible { outline: none; }
.sign { display: block; inline-size: 3.5rem; block-size: 3.5rem; margin-block-end: 1.25rem; color: var(--accent); }
.next { margin-block-start: 1.25rem; }
footer {
  margin-block-start: 1.75rem;
  padding-block-start: 1.25rem;
  border-block-start: 1px solid var(--line);
  color: var(--soft);
  font-size: 0.9375rem;
}
.unseen {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (forced-colors: active) {
  .choice:has(:checked) { border-width: 3px; padding: calc(0.75rem - 2px) calc(1rem - 2px); }
  .choice:has(:focus-visible) { outline-color: Highlight; }
  button { border-color: ButtonText; }
  .error { border-color: CanvasText; }
}
@media print { body { padding: 0; } button { display: none; } }
`;

/** The source that the Content-Security-Policy allows for style: this sheet alone. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
