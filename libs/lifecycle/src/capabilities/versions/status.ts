// How each version stands, reckoned from what happened to it: draft, submitted, adopted or superseded (B103, B105).
import { stands, type Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { factsOfVersions, type Version } from './document.js';

export type VersionStatus = 'draft' | 'submitted' | 'adopted' | 'superseded';

export interface NamedVersion {
  key: string;
  label: string;
}

/** The version adopted in this cycle that is in force, by the label that its adoption gave it. */
export function adoptedVersion(plan: Plan): NamedVersion | undefined {
  return named(inForce(plan));
}

/** The version in force, though it may have been adopted in an earlier cycle. */
export function versionInForce(plan: Plan): NamedVersion | undefined {
  return named(inForce(plan) ?? ofEarlierCycle(plan));
}

/** That this cycle has adopted nothing yet, and what is in force meanwhile. */
export function notAdopted(plan: Plan): Missing {
  const earlier = versionInForce(plan);
  if (!earlier) return { code: 'version-not-adopted', verb: 'record-decision' };
  return { code: 'next-version-not-adopted', verb: 'record-decision', params: { version: earlier.label } };
}

/** Whether the version in force is being revised; what an earlier cycle began is not this one's. */
export function revisionBegun(plan: Plan): boolean {
  const { revising, revisedIn } = factsOfVersions(plan);
  if (!revising || !versionInForce(plan)) return false;
  return revisedIn ? stands(plan, revisedIn) : inForce(plan) !== undefined;
}

/** The version that is locked and lies before the deciding bodies. */
export function submittedVersion(plan: Plan): NamedVersion | undefined {
  const last = factsOfVersions(plan).versions.at(-1);
  return last && statusOf(plan, last) === 'submitted' ? { key: last.key, label: last.label } : undefined;
}

/** What the document as a whole is: written on, before the bodies, or adopted with nothing new begun (INV-23). */
export function documentStatus(plan: Plan): 'draft' | 'submitted' | 'adopted' {
  if (submittedVersion(plan)) return 'submitted';
  return inForce(plan) && !factsOfVersions(plan).revising ? 'adopted' : 'draft';
}

export function versionsOf(plan: Plan): (Version & { status: VersionStatus })[] {
  return factsOfVersions(plan).versions.map((version) => ({ ...version, status: statusOf(plan, version) }));
}

function named(version: Version | undefined): NamedVersion | undefined {
  return version?.adopted && { key: version.key, label: version.adopted.label };
}

function statusOf(plan: Plan, version: Version): VersionStatus {
  if (version.key === (inForce(plan) ?? ofEarlierCycle(plan))?.key) return 'adopted';
  const isLast = version.key === factsOfVersions(plan).versions.at(-1)?.key;
  if (!isLast || !stands(plan, version)) return 'superseded';
  return version.locked ? 'submitted' : 'draft';
}

/** An adoption that a restart has set aside does not count; what was before the bodies then lies there again. */
function inForce(plan: Plan): Version | undefined {
  return factsOfVersions(plan).versions.findLast(
    (version) => version.adopted && stands(plan, version) && stands(plan, version.adopted),
  );
}

/** A programme that begins a new cycle goes by what was adopted in the last until the next is adopted. */
function ofEarlierCycle(plan: Plan): Version | undefined {
  const { cycleSince: _, ...ofAnyCycle } = plan;
  return inForce(ofAnyCycle);
}
