// A short letter with one link in it, as text and as HTML: the same words in both.
import type { Language } from '#libs/lifecycle';
import { escaped, paragraphs } from './html.js';

export interface Letter {
  language: Language;
  /** Before the link, a paragraph each. */
  before: string[];
  link: { href: string; words: string };
  after: string[];
}

export function letter({ language, before, link, after }: Letter): { text: string; html: string } {
  const text = `${[...before, link.href, ...after].join('\n\n')}\n`;
  const href = escaped(link.href);
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Stegvis</title></head>
<body style="font:16px/1.5 sans-serif;max-width:36em;margin:1em">
${before.map(paragraphs).join('\n')}
<p><a href="${href}">${escaped(link.words)}</a></p>
<p style="word-break:break-all;font-size:14px">${href}</p>
${after.map(paragraphs).join('\n')}
</body></html>
`;
  return { text, html };
}

/** What somebody else wrote stands apart from what we say. */
export function quoted(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
