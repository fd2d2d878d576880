// Every capability, in the order in which a plan meets them. A new one: a folder here and a line below.
import type { Capability } from '../engine/capability.js';
import { knowledge } from './knowledge/index.js';
import { meetings } from './meetings/index.js';
import { parties } from './parties/index.js';

export const capabilities: Capability[] = [parties as Capability, meetings as Capability, knowledge as Capability];
