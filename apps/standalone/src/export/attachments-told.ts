// Whether every attachment of a file has its content in it, told while the rows go by: contents come before the events that
// name them. What was struck out has none, and its history is brought back without.
import type { Line } from './format.js';

interface Named {
  attachment: string;
  sha256: string;
  bytes: number;
}

export class AttachmentsTold {
  private readonly contents = new Set<string>();
  /** Attachments without content, by plan and key. */
  private readonly without = new Set<string>();

  see(line: Line): void {
    if (line.is === 'content') this.contents.add(contentOf(line as unknown as Named));
    if (line.is !== 'event') return;
    const data = line['data'] as Named;
    const name = `${data.attachment} of plan ${String(line['plan'])}`;
    if (line['type'] === 'attachment.added' && !this.contents.has(contentOf(data))) this.without.add(name);
    if (line['type'] === 'attachment.struck') this.without.delete(name);
  }

  /** What is amiss and what to do; undefined when each has its content. For when all rows have gone by. */
  get fault(): string | undefined {
    const [first] = this.without;
    if (first === undefined) return undefined;
    const others = this.without.size === 1 ? '' : `, and ${this.without.size - 1} more`;
    return `there is no content of ${first}${others}: strike it out where the file was made (strike-attachment), or use an earlier backup`;
  }
}

function contentOf({ sha256, bytes }: Named): string {
  return `${sha256} ${bytes}`;
}
