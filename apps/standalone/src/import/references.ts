// Whether the parts of a file fit together: codes that stand twice, and codes that nothing in the file has.
import { pointerStep } from '#libs/platform';
import type { FileFault } from './faults.js';
import type { HistoryFile } from './history.js';

export function referenceFaults(file: HistoryFile): FileFault[] {
  const { plans, project, programme } = file;
  const strands = programme?.strands ?? [];
  return [
    ...twice('/organisations', file.organisations, 'code'),
    ...twice('/development_areas', file.development_areas, 'code'),
    ...twice('/analyses', file.analyses, 'code'),
    ...twice('/knowledge_activities', file.knowledge_activities, 'code'),
    ...twice('/indicators', file.indicators, 'code'),
    ...twice('/lessons', file.lessons, 'code'),
    ...twice('/lifecycle_history', file.lifecycle_history, 'stage'),
    ...twice('/programme/strands', strands, 'no'),
    ...twice('/plans', plans, 'code'),
    ...twice(
      '/plans',
      plans.map((plan) => ({ theme_sv: plan.theme_sv ?? plan.name_sv })),
      'theme_sv',
    ),
    ...plans.flatMap((plan, index) => [
      ...twice(`/plans/${index}/goals`, plan.goals, 'code'),
      ...twice(`/plans/${index}/activities`, plan.activities, 'code'),
      ...unknown(`/plans/${index}/parties`, plan.parties, 'organisation', file.organisations),
      ...notParties(`/plans/${index}/makers`, plan.makers ?? [], plan.parties),
      ...unknown(
        `/plans/${index}/development_area_refs`,
        plan.development_area_refs,
        'development area',
        file.development_areas,
      ),
    ]),
    ...unknown('/project/selected', project.selected, 'organisation', file.organisations),
    ...(file.knowledge_activities ?? []).flatMap(({ plan }, index) =>
      unknown(`/knowledge_activities/${index}/plan`, plan, 'plan', plans),
    ),
    ...(project.strand === undefined || strands.some(({ no }) => no === project.strand)
      ? []
      : [{ place: '/project/strand', message: `the file's programme has no strand ${project.strand}.` }]),
  ];
}

function twice<Field extends string>(
  place: string,
  list: { [F in Field]?: string | number }[] = [],
  field: Field,
): FileFault[] {
  const first = new Map<string | number, number>();
  return list.flatMap((one, index) => {
    const value = one[field];
    if (value === undefined) return [];
    const before = first.get(value);
    if (before === undefined) first.set(value, index);
    if (before === undefined) return [];
    return [{ place: `${place}/${index}/${field}`, message: `"${value}" stands at ${place}/${before} already.` }];
  });
}

function unknown(
  place: string,
  codes: string | string[] | undefined,
  what: string,
  known: { code: string }[] | undefined = [],
): FileFault[] {
  const isKnown = (code: string) => known.some((one) => one.code === code);
  const fault = (code: string, at: string) =>
    isKnown(code) ? [] : [{ place: at, message: `the file has no ${what} "${code}".` }];
  if (typeof codes === 'string') return fault(codes, place);
  return (codes ?? []).flatMap((code, index) => fault(code, place + pointerStep(index)));
}

function notParties(place: string, makers: string[], parties: string[]): FileFault[] {
  return makers.flatMap((maker, index) =>
    parties.includes(maker)
      ? []
      : [{ place: `${place}/${index}`, message: `"${maker}" is not among the plan's parties.` }],
  );
}
