// How an archive speaks: words for keys, names for codes, dates as precise as they are known (INV-25), in the plan's language.
import { precisionOf, type Count, type Label, type Language, type Template } from '#libs/lifecycle';
import { FRAME_WORDS } from './archive-words.js';
import type { NamesInPlan } from './names-in-plan.js';
import { numbered } from './numbered-records.js';

const ZONE = 'Europe/Stockholm';
const SEASONS: Record<string, string> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };

export interface Known {
  words: Readonly<Record<string, string>>;
  organisations: ReadonlyMap<string, string>;
  /** Those that the plan goes and has gone by, the present one first: a stage that is gone has its name there. */
  templates: readonly Template[];
  names: NamesInPlan;
  /** Of the initiatives that the plan shares history with, by id: their keys name other things. */
  elsewhere?: ReadonlyMap<string, NamesInPlan>;
}

export class Speech {
  constructor(
    readonly language: Language,
    private readonly known: Known,
  ) {}

  /** As it speaks of what happened in a plan: by that plan's names. */
  within(plan: string): Speech {
    const names = this.known.elsewhere?.get(plan);
    return names ? new Speech(this.language, { ...this.known, names }) : this;
  }

  /** The archive's own words. */
  t(key: string, params: Record<string, string | number> = {}): string {
    const words = FRAME_WORDS[this.language][key] ?? key;
    return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  }

  /** The words for a name, a list's or else a field's; without any, the name made readable. */
  named(group: 'event' | 'field' | 'list' | 'record', name: string, data: Record<string, unknown> = {}): string {
    const groups = group === 'list' ? ['list', 'field'] : group === 'field' ? ['field', 'list'] : [group];
    const words = groups.map((one) => this.wordsFor(`${one}.${name}`)).find((one) => one !== undefined);
    return (words ?? readable(name)).replace(/\{(\w+)\}/g, (whole, field: string) =>
      typeof data[field] === 'string' ? this.quoted(this.stage(data[field])) : whole,
    );
  }

  /** Its own first: where the page can lean on what stands around a word, a printed archive cannot. */
  private wordsFor(key: string): string | undefined {
    return FRAME_WORDS[this.language][key] ?? this.known.words[key];
  }

  private quoted(words: string): string {
    return this.language === 'sv' ? `”${words}”` : `“${words}”`;
  }

  /** One of several that a field chooses between, in words. */
  choice(value: string): string {
    return this.wordsFor(`value.${value}`) ?? value;
  }

  count({ value, unit, qualifier }: Count): string {
    const number = this.number(value);
    const words =
      (value === 1 ? this.wordsFor(`unit.${unit}.one`) : undefined) ?? this.wordsFor(`unit.${unit}`) ?? unit;
    const amount = unit === 'percent' ? `${number} %` : `${number} ${words}`;
    return this.wordsFor(`qualifier.${qualifier}`)?.replace('{amount}', amount) ?? amount;
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.language).format(value);
  }

  organisation(code: string): string {
    return this.known.organisations.get(code) ?? code;
  }

  stage(key: string): string {
    return this.inTemplates(({ stages }) => stages, key) ?? key;
  }

  role(key: string): string {
    return this.inTemplates(({ roles }) => roles, key) ?? key;
  }

  criterion(key: string): string {
    return this.inTemplates(({ stages }) => stages.flatMap(({ criteria }) => criteria), key) ?? key;
  }

  template({ key, version }: { key: string; version: number }): string {
    const found = this.known.templates.find((one) => one.key === key && one.version === version);
    return `${found?.name[this.language] ?? key}, ${this.t('version', { version })}`;
  }

  private inTemplates(list: (template: Template) => readonly { key: string; name: Label }[], key: string) {
    return this.known.templates.flatMap(list).find((one) => one.key === key)?.name[this.language];
  }

  /** What a key names in the plan: its title, or its kind and number; undefined when the plan knows no such name. */
  called(key: string): string | undefined {
    return this.known.names.get(key) ?? numbered(this.language, key);
  }

  /** Whether it has a title of its own. */
  hasName(key: string): boolean {
    return this.known.names.has(key);
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
