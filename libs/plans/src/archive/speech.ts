// How an archive speaks: words for keys, names for codes, dates as precise as they are known (INV-25), in the plan's language.
import { precisionOf, type Language, type Template } from '#libs/lifecycle';
import { FRAME_WORDS } from './archive-words.js';

const ZONE = 'Europe/Stockholm';
const SEASONS: Record<string, string> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };

export class Speech {
  constructor(
    readonly language: Language,
    private readonly words: Readonly<Record<string, string>>,
    private readonly organisations: ReadonlyMap<string, string>,
    private readonly template: Template,
  ) {}

  /** The archive's own words. */
  t(key: string, params: Record<string, string | number> = {}): string {
    const words = FRAME_WORDS[this.language][key] ?? key;
    return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  }

  /** The page's words for a name, else the name made readable. */
  named(group: 'event' | 'field' | 'list' | 'record', name: string, data: Record<string, unknown> = {}): string {
    const words = this.words[`${group}.${name}`] ?? readable(name);
    return words.replace(/\{(\w+)\}/g, (whole, field: string) =>
      typeof data[field] === 'string' ? this.quoted(this.stage(data[field])) : whole,
    );
  }

  private quoted(words: string): string {
    return this.language === 'sv' ? `”${words}”` : `“${words}”`;
  }

  /** A choice in words; anything else as it is. */
  value(value: string): string {
    return this.words[`value.${value}`] ?? this.organisations.get(value) ?? value;
  }

  organisation(code: string): string {
    return this.organisations.get(code) ?? code;
  }

  stage(key: string): string {
    return this.template.stages.find((stage) => stage.key === key)?.name[this.language] ?? key;
  }

  role(key: string): string {
    return this.template.roles.find((role) => role.key === key)?.name[this.language] ?? key;
  }

  /** @param when EDTF, or null: nobody knows. */
  when(when: string | null): string {
    switch (when === null ? null : precisionOf(when)) {
      case 'year':
        return when as string;
      case 'season':
        return this.season(when as string);
      case 'month':
        return this.format(`${when}-01T12:00:00Z`, { year: 'numeric', month: 'long' });
      case 'day':
        return this.format(`${when}T12:00:00Z`, { dateStyle: 'long' });
      case 'instant':
        return this.format(when as string, { dateStyle: 'long', timeStyle: 'short' });
      default:
        return this.t('date.unknown');
    }
  }

  /** A winter begins in one year and ends in the next. */
  private season(when: string): string {
    const year = Number(when.slice(0, 4));
    return this.t(`date.${SEASONS[when.slice(5)]}`, { year, next: year + 1 });
  }

  private format(instant: string, options: Intl.DateTimeFormatOptions): string {
    const locale = this.language === 'sv' ? 'sv-SE' : 'en-GB';
    return new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }).format(new Date(instant));
  }
}

function readable(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
