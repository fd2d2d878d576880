// Who shares the plans: those who made them decide; whoever is only named in one joins that plan and does not decide.
import type { HistoryFile, ToldPlan } from './history.js';

/** Without `makers`, the parties of every plan: who stands in one plan alone may only be named in its goal. */
export function makersOf({ plans }: HistoryFile, plan: ToldPlan): string[] {
  return plan.makers ?? plan.parties.filter((party) => plans.every((one) => one.parties.includes(party)));
}

/** The parties of the initiative, in the order of the file. */
export function allMakers(file: HistoryFile): string[] {
  return [...new Set(file.plans.flatMap((plan) => makersOf(file, plan)))];
}
