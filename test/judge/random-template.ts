// Ways of working that nobody has seen: rows of stages with choices, optional runs, joins within joins, forks that nothing
// joins, cycles, ends, ways back. Each is valid by the way it is made, so a fault that the check finds is a finding.
import type { Stage, Template } from '#libs/lifecycle';
import type { Chance } from '../simulation/chance.js';
import { randomCriteria, suppliersOf } from './random-criteria.js';

const STAGES_MAX = 60;
const DEPTH_MAX = 3;
const label = { sv: 'Namn', en: 'Name' };

/** Keys that a careless program takes for something else. */
const ODD_KEYS = ['constructor', 'then', 'length', 'active', 'start', 'in', 'x1-y2'];

export function randomTemplate(chance: Chance, key = 'unseen', most = STAGES_MAX): Template {
  return new Weaver(chance).template(key, 1 + chance.below(chance.percent(50) ? Math.min(12, most) : most));
}

class Weaver {
  private readonly stages: Stage[] = [];
  private readonly onTrack = new Set<string>();

  /** How often of a hundred there are forks and ways across: some templates are plain, some are thickets. */
  private readonly thick: number;

  constructor(private readonly chance: Chance) {
    this.thick = chance.pick([0, 6, 6, 25]);
  }

  template(key: string, size: number): Template {
    const { chance, stages } = this;
    const kind = chance.pick(['initiative', 'plan', 'case'] as const);
    const [first] = this.row(size, 0) as [Stage];
    this.wildWays();
    for (const stage of stages) this.ask(stage, kind === 'initiative');
    if (!stages.some(({ restart }) => restart) && chance.percent(30)) first.restart = true;
    const isFirst = stages[0] === first && chance.percent(50);
    const track = { key: 'always', name: label, opens: [...this.onTrack] };
    return {
      key,
      version: 1,
      name: label,
      ...(kind === 'case' ? {} : { kind }),
      ...(isFirst ? {} : { start: first.key }),
      roles: [{ key: 'lead', name: label, required: true }],
      stages: isFirst ? stages : shuffled(chance, stages),
      ...(track.opens.length > 0 ? { tracks: [track] } : {}),
    };
  }

  /** Stages one after another; the last is an end. */
  private row(size: number, depth: number): Stage[] {
    const row: Stage[] = [];
    for (let left = size; left > 0; left = size - this.stagesIn(row)) row.push(...this.part(left, depth));
    if (row.at(-1)?.optional || row.at(-1)?.fork) row.push(this.stage());
    row.forEach((stage, index) => this.goOn(row, stage, index));
    this.lastOf(row);
    return row;
  }

  private stagesIn(row: Stage[]): number {
    return row.reduce((count, { fork }) => count + (fork?.join ? 3 : 1), 0);
  }

  private part(left: number, depth: number): Stage[] {
    const { chance } = this;
    const dice = chance.below(100);
    if (dice < 20 && left > 1)
      return Array.from({ length: 1 + chance.below(Math.min(4, left)) }, () => this.stage({ optional: true }));
    if (dice < 40 && left > 2 && depth < DEPTH_MAX) return [this.join(1 + chance.below(Math.min(left - 1, 8)), depth)];
    if (dice < 46 + this.thick && depth < 2) return [this.stage({ fork: { to: '' }, optional: chance.percent(20) })];
    return [this.stage()];
  }

  private join(size: number, depth: number): Stage {
    const { chance } = this;
    const stage = this.stage();
    const [first] = this.row(size, depth + 1) as [Stage];
    const as = chance.percent(50) ? { as: 'case' as const } : {};
    stage.fork = { to: first.key, join: true, ...as };
    if (chance.percent(10)) stage.optional = true;
    return stage;
  }

  private goOn(row: Stage[], stage: Stage, index: number): void {
    const { chance } = this;
    const later = row.slice(index + 1);
    const [following] = later;
    if (!following) return;
    if (stage.fork && !stage.fork.join) stage.fork.to = chance.pick(later).key;
    const isWayOut = stage.fork !== undefined && !stage.fork.join && !stage.optional && stage.fork.to === following.key;
    if (!isWayOut || chance.percent(60)) stage.next = [following.key];
    if (stage.next.length > 0 && chance.percent(15)) stage.next = unique([...stage.next, chance.pick(later).key]);
    if (stage.next.length > 0 && chance.percent(8)) stage.next = [...stage.next, this.stage().key];
    if (index > 0 && chance.percent(25 + this.thick))
      stage.returnsTo = unique(this.some(row.slice(0, index)).map(({ key }) => key));
    if (chance.percent(10)) stage.end = true;
    if (chance.percent(8)) stage.restart = true;
  }

  private lastOf(row: Stage[]): void {
    const { chance } = this;
    const last = row.at(-1) as Stage;
    if (row.length > 1 && chance.percent(30)) last.returnsTo = [(row[0] as Stage).key];
    if (row.length < 2 || !chance.percent(35)) return;
    last.cycle = { to: chance.pick(row.slice(0, -1)).key };
    if (chance.percent(60)) last.end = true;
    else last.next = [this.stage().key];
  }

  /** Ways across what was woven; they can make no valid template invalid. */
  private wildWays(): void {
    const { chance, stages } = this;
    for (const stage of stages) {
      const to = chance.pick(stages).key;
      if (!chance.percent(this.thick) || stage.next.length === 0 || stage.cycle?.to === to) continue;
      if (chance.percent(50)) stage.next = unique([...stage.next, to]);
      else stage.returnsTo = unique([...(stage.returnsTo ?? []), to]);
    }
  }

  private ask(stage: Stage, isInitiative: boolean): void {
    const { chance } = this;
    if (chance.percent(45)) stage.criteria = randomCriteria(chance, this.stages, stage, isInitiative);
    const verbs = unique(stage.criteria.flatMap(suppliersOf));
    for (const verb of verbs)
      if (chance.percent(50)) this.onTrack.add(verb);
      else stage.opens = unique([...stage.opens, verb]);
    if (chance.percent(20)) stage.opens = unique([...stage.opens, 'hold-meeting', 'add-checklist-item']);
  }

  private some<One>(from: One[]): One[] {
    return Array.from({ length: 1 + this.chance.below(2) }, () => this.chance.pick(from));
  }

  private stage(more: Partial<Stage> = {}): Stage {
    const nth = this.stages.length + 1;
    const odd = ODD_KEYS[nth % 9];
    const isFree = odd !== undefined && !this.stages.some(({ key }) => key === odd);
    const key = isFree && this.chance.percent(30) ? odd : `s${nth}`;
    const stage: Stage = { key, name: label, opens: [], criteria: [], next: [], ...more };
    this.stages.push(stage);
    return stage;
  }
}

function unique<One>(list: One[]): One[] {
  return [...new Set(list)];
}

function shuffled<One>(chance: Chance, list: One[]): One[] {
  const left = [...list];
  return list.map(() => left.splice(chance.below(left.length), 1)[0] as One);
}
