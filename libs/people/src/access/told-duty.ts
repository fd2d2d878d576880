// What a guest is told of a duty: the plan, who asks, what it is about.
import type { Plan } from '#libs/lifecycle';
import type { Plans } from '#libs/plans';
import type { DataSource } from 'typeorm';
import { Organisation } from '../directory/organisation.entity.js';
import { Person } from '../directory/person.entity.js';
import { aboutRecords, dutyKindOf, nameOf } from './duties.js';
import type { ToldDuty } from './duty-words.js';
import type { Asked } from './guest-links.js';

type By = { madeBy: string; madeFor: string | null };

export async function toldDuty(source: DataSource, plans: Plans, plan: Plan, asked: Asked & By): Promise<ToldDuty> {
  const { verb, preset, organisation, message } = asked;
  const kind = dutyKindOf(verb);
  if (!kind) throw new Error(`${verb} is no duty of a guest`);
  const code = organisation ?? preset['organisation'];
  const [from, named, texts] = await Promise.all([
    whoAsks(source, asked),
    typeof code === 'string' ? nameOfOrganisation(source, code) : null,
    plans.texts(plan.id),
  ]);
  const about = aboutRecords(plan, verb, preset, texts);
  return { kind, plan: plan.title, from, duty: nameOf(verb), message, organisation: named, about };
}

/** A person by name and for whom; a program for whom alone. */
async function whoAsks(source: DataSource, { madeBy, madeFor }: By): Promise<string | null> {
  const isId = /^[0-9a-f-]{36}$/.test(madeBy);
  const [person, organisation] = await Promise.all([
    isId ? source.getRepository(Person).findOneBy({ id: madeBy }) : null,
    madeFor === null ? null : nameOfOrganisation(source, madeFor),
  ]);
  const name = person?.name ?? null;
  return name === null ? organisation : organisation === null ? name : `${name}, ${organisation}`;
}

async function nameOfOrganisation(source: DataSource, code: string): Promise<string> {
  return (await source.getRepository(Organisation).findOneBy({ code }))?.name ?? code;
}
