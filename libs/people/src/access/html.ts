// Text into markup: nothing that anybody wrote is ever markup of ours.

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => NAMES[sign] as string);
}

/** Paragraphs and lines as they were written. */
export function paragraphs(text: string): string {
  const parts = text.split(/\n{2,}/).map((part) => escaped(part.trim()).replaceAll('\n', '<br>'));
  return parts
    .filter((part) => part !== '')
    .map((part) => `<p>${part}</p>`)
    .join('');
}
