// How far a history goes. Its stages are in order; the knowledge track runs beside them.
import type { HistoryFile, StageCode, ToldStage } from './history.js';

const ORDER: StageCode[] = [
  'MANDATE',
  'INVENTORY',
  'ANALYSIS',
  'KICK_OFF',
  'CHOICE_OF_DIRECTION',
  'PROCESS_AND_WORKGROUPS',
  'DRAFTING',
  'ADOPTION',
  'STEERING_GROUP',
  'IMPLEMENTATION',
  'EVALUATION',
  'CLOSE',
];

/** Whether the work has come to this stage: the history names it or a later one, or has plans, which are made after the fork. */
export function hasReached({ lifecycle_history: history = [], plans }: HistoryFile, stage: StageCode): boolean {
  const told = history.map((one) => ORDER.indexOf(one.stage));
  const furthest = Math.max(plans.length > 0 ? ORDER.indexOf('DRAFTING') : 0, ...told);
  return ORDER.indexOf(stage) <= furthest;
}

/** What the history says of one stage, and its place in the file. */
export function stageTold(file: HistoryFile, stage: StageCode): { told: ToldStage; place: string } | undefined {
  const index = file.lifecycle_history?.findIndex((one) => one.stage === stage) ?? -1;
  const told = file.lifecycle_history?.[index];
  return told && { told, place: `/lifecycle_history/${index}` };
}
