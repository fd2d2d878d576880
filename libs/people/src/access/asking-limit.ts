// How often a sign-in link may be asked for: for one address, and from one place on the net. Counted in this process's memory:
// with several processes each counts its own, and a restart forgets.
import type { AskingLimit as Limit } from '#libs/platform';
import { LRUCache } from 'lru-cache';
import { hashOf } from './secrets.js';

const HOUR_MS = 3_600_000;
const KNOWN_MAX = 50_000;

export const ASKING_LIMIT = Symbol('ASKING_LIMIT');

/** STEGVIS_SIGN_IN_PER_ADDRESS and STEGVIS_SIGN_IN_PER_IP when nothing is set. */
export const USUAL_LIMIT: Limit = { perAddress: 5, perPlace: 60 };

export class AskingLimit {
  /** When it was asked, by whom: the last ones alone. */
  private readonly asked = new LRUCache<string, number[]>({ max: KNOWN_MAX });

  constructor(
    private readonly limit: Limit,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /**
   * The same for an address that is known and one that is not.
   * @returns after how many seconds it may be asked again; 0 when it may be now, which counts.
   */
  take(address: string, ip: string): number {
    const keys = [
      { key: `address ${hashOf(written(address))}`, max: this.limit.perAddress },
      { key: `place ${placeOf(ip)}`, max: this.limit.perPlace },
    ];
    const waits = keys.map(({ key, max }) => this.waitOf(key, max));
    const wait = Math.max(...waits);
    if (wait === 0) for (const { key } of keys) this.asked.set(key, [...this.recent(key), this.nowMs()]);
    return Math.ceil(wait / 1000);
  }

  private waitOf(key: string, max: number): number {
    const recent = this.recent(key);
    const first = recent[recent.length - max];
    return first === undefined ? 0 : first + HOUR_MS - this.nowMs();
  }

  private recent(key: string): number[] {
    const since = this.nowMs() - HOUR_MS;
    return (this.asked.get(key) ?? []).filter((at) => at > since);
  }
}

/** In one way whatever marks and cases it comes with, so that no way of writing a person's address is counted by itself. */
function written(address: string): string {
  return address.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
}

/** Of IPv6 the first half, for the other is the asker's own to choose. */
function placeOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const [before, after] = [head, tail].map((part) => part.split(':').filter((one) => one !== '')) as [
    string[],
    string[],
  ];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
