// How a picture looks: plain shapes and lines that differ without colour, and sizes that the layout reckons with.

export const NAME = { size: 14, line: 18, widthMax: 196, linesMax: 3 };
export const NOTE = { size: 11.5, line: 15, widthMax: 220, linesMax: 4 };
export const TITLE = { size: 18, line: 24 };

const RULES: Record<string, string> = {
  text: 'font-family:Helvetica,Arial,"Liberation Sans",sans-serif;fill:#10202e',
  '.box': 'fill:#f3f8fc;stroke:#1d4e79;stroke-width:1.5',
  '.optional': 'stroke-dasharray:6 4',
  '.last': 'stroke-width:3.5',
  '.name': `font-size:${NAME.size}px;font-weight:bold;text-anchor:middle`,
  '.note': `font-size:${NOTE.size}px;fill:#33475b;text-anchor:middle`,
  '.title': `font-size:${TITLE.size}px;font-weight:bold`,
  '.small': `font-size:${NOTE.size}px;fill:#33475b`,
  '.way': 'fill:none;stroke:#1d4e79;stroke-width:1.6',
  '.back': 'stroke:#7a3b00;stroke-dasharray:2 4',
  '.join': 'stroke:#2b5d34;stroke-dasharray:9 4 2 4',
  '.fork': 'stroke-width:4.5',
  '.inner': 'fill:none;stroke:#fff;stroke-width:1.6',
  '.cycle': 'stroke:#5b2a86;stroke-width:2.2;stroke-dasharray:12 4',
  '.dot': 'fill:#7a3b00',
  '.dot.cycle': 'fill:#5b2a86;stroke:none',
  '.dot.join': 'fill:#2b5d34;stroke:none',
  '.dot.loop': 'fill:#1d4e79',
  '.head': 'fill:#1d4e79',
  '.head.back': 'fill:#7a3b00;stroke:none',
  '.head.join': 'fill:#2b5d34;stroke:none',
  '.head.cycle': 'fill:#5b2a86;stroke:none',
};

/** Up to here it is still readable on one page of A4; a longer one goes on over several. */
const ONE_PAGE_HEIGHT_MAX = 1_800;

/** For this picture alone: one that is put into a page must not dress what stands around it. */
export function styleOf(id: string, height: number): string {
  const rules = Object.entries(RULES).map(([selector, look]) => `#${id} ${selector}{${look}}`);
  const fit = height > ONE_PAGE_HEIGHT_MAX ? 'height:auto' : 'max-height:99vh';
  return [...rules, `@media print{#${id}{max-width:100%;${fit}}}`].join('\n');
}
