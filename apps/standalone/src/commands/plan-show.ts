// stegvis plan show <id>
import {
  answers,
  isKeptFrom,
  moves,
  sayMissing,
  stageOf,
  type Language,
  type Plan,
  type PlanEvent,
  type Setting,
  type Template,
} from '#libs/lifecycle';
import { Plans } from '#libs/plans';
import { isUuid } from '#libs/platform';
import { StartFault } from '../start-fault.js';
import { spoken } from './spoken.js';
import { say, withStored } from './with-app.js';

interface ShowOptions {
  language: string;
  asOf?: string;
}

const EVENTS_SHOWN = 1_000;

export function showPlan(id: string, { language: wanted, asOf }: ShowOptions): Promise<void> {
  return withStored(async (app) => {
    const language = spoken(wanted);
    if (asOf !== undefined && Number.isNaN(Date.parse(asOf))) throw new StartFault(`--as-of: "${asOf}" is no instant.`);
    const plans = app.get(Plans);
    const instant = asOf === undefined ? undefined : new Date(asOf).toISOString();
    const plan = isUuid(id) ? await plans.one(id, instant) : null;
    if (!plan) throw new StartFault(`There is no plan ${id}${asOf === undefined ? '' : ` as of ${asOf}`}.`);
    const setting = await plans.settingFor(plan, { id: 'command-line' }, plans.instant(instant));
    standing(plan, setting.template, language);
    missing(plan, setting, language);
    const open = moves(plan, setting).filter((move) => move.allowed);
    say(`Open now: ${open.map((move) => move.verb).join(', ') || 'nothing'}`);
    const { items } = await plans.history(id, { limit: EVENTS_SHOWN, ...(instant ? { asOf: instant } : {}) });
    say('History:');
    // Of what people keep to themselves not even the operator is told (INV-36).
    for (const event of items) if (!isKeptFrom(event, [])) say(`  ${told(event)}`);
  });
}

function standing(plan: Plan, template: Template, language: Language): void {
  say(`${plan.title}  (${plan.kind} ${plan.id}, version ${plan.version})`);
  say(
    `Stage: ${stageOf(template, plan.stage).name[language]} (${plan.stage}), ${plan.status}, attempt ${plan.attempt}`,
  );
  for (const child of plan.children) say(`  plan ${child.id}  ${child.title}, ${child.status}`);
}

function missing(plan: Plan, { template, now }: Setting, language: Language): void {
  for (const answer of answers(template, plan, now)) {
    say(`  [${answer.state}] ${answer.name[language]}`);
    for (const { message, who } of sayMissing(answer.missing, language)) say(`      ${message} (${who})`);
  }
}

function told(event: PlanEvent): string {
  const when = event.occurredAt ?? 'date unknown';
  // The event of entering a stage stands in the one that was left.
  const stage = event.type === 'stage.entered' ? String(event.data['stage']) : event.stage;
  return `${when}  ${event.type}  ${stage}${event.imported ? '  imported' : ''}`;
}
