// The words that a plan's archive speaks in: the page's own, so that both say the same, and what organisations are called.
import type { Language } from '#libs/lifecycle';
import { Organisation } from '#libs/people';
import type { ArchiveNames } from '#libs/plans';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';

type Words = Record<string, string>;

export function archiveNames(source: DataSource): ArchiveNames {
  return {
    words: wordsOfPage,
    organisations: async () => {
      const rows = await source.getRepository(Organisation).find();
      return new Map(rows.map(({ code, name }) => [code, name]));
    },
  };
}

/** An api without the page has no words but the keys themselves. */
async function wordsOfPage(language: Language): Promise<Words> {
  const file = new URL(`../../web/src/words/${language}.js`, import.meta.url);
  if (!existsSync(fileURLToPath(file))) return {};
  const words = (await import(file.href)) as Record<Language, Words>;
  return words[language];
}
