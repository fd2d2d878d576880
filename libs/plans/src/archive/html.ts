// HTML that holds nothing but what it says: everything is escaped, nothing is fetched and nothing runs.

/** Made by these functions alone. */
export class Html {
  constructor(readonly source: string) {}
}

type Part = Html | string | number | null | undefined | readonly Part[];

/** `html\`<p>${words}</p>\``: what is put in is escaped unless it is Html itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((said, next, index) => said + sourceOf(parts[index - 1]) + next));
}

function sourceOf(part: Part): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Html) return part.source;
  if (typeof part === 'object') return part.map(sourceOf).join('');
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What people wrote, in the paragraphs they wrote it in. */
export function prose(text: string): Html {
  const paragraphs = text.split(/\r?\n\s*\r?\n/).map((one) => one.split(/\r?\n/));
  return html`${paragraphs.map((lines) => html`<p>${lines.map((line, at) => html`${at > 0 ? new Html('<br>') : ''}${line}`)}</p>`)}`;
}

/** Small words beside what they are about; nothing when there are none. */
export function quiet(words: readonly string[]): Html | null {
  return words.length > 0 ? html`<p class="quiet">${words.join(' · ')}</p>` : null;
}

/** @param words what is said where there is nothing to show */
export function orNothing(words: string, shown: readonly Html[]): Html {
  return shown.length > 0 ? html`${shown}` : html`<p>${words}</p>`;
}

/** Dark on white, in a column; on paper a record is not torn apart. */
const STYLE = `
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, nav, dt, th, .quiet, .mark { font-family: system-ui, sans-serif; line-height: 1.25; }
h1 { font-size: 1.8rem; } h2 { font-size: 1.3rem; margin-top: 2.2rem; border-bottom: 1px solid #999; } h3 { font-size: 1.05rem; }
.mark { border: 2px solid #8a2b00; color: #8a2b00; padding: .5rem .8rem; font-weight: bold; }
.quiet { color: #555; font-size: .85rem; }
dl { margin: .3rem 0 .8rem; } dt { font-size: .85rem; color: #555; margin-top: .4rem; } dd { margin: 0; } dd p { margin: 0 0 .4rem; }
article { margin: 0 0 1.1rem; padding-left: .9rem; border-left: 3px solid #ccc; } article article { margin-top: .6rem; }
ul { padding-left: 1.2rem; } a { color: #00457c; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; } th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #ccc; }
td.sum { font-family: monospace; font-size: .72rem; word-break: break-all; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } article, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } nav { display: none; } a { color: inherit; } }
`;

export function page(language: string, title: string, body: Html): string {
  const head = html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
    <title>${title}</title>`;
  const style = `<style>${STYLE}</style>`;
  const top = `<!doctype html>\n<html lang="${language}">\n<head>\n${head.source}\n${style}\n</head>`;
  return `${top}\n<body>\n${body.source}\n</body>\n</html>\n`;
}
