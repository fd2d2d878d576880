// Log: what people write as the work goes on, and what others say about it.
import { criterionKind, type Capability } from '../../engine/capability.js';
import { events, logOf, nothing, type Log } from './facts.js';
import { verbs } from './verbs.js';

export const log: Capability<Log> = {
  key: 'log',
  name: { sv: 'Logg', en: 'Log' },
  nothing,
  verbs,
  events,
  criteria: {
    'log-entries': criterionKind<{ min?: number }>({
      name: { sv: 'Loggen förs', en: 'The log is kept' },
      with: {
        type: 'object',
        properties: {
          min: {
            type: 'integer',
            minimum: 1,
            description: 'How many entries in the log of the whole plan; 1 by default.',
          },
        },
        additionalProperties: false,
      },
      suppliedBy: ['write-log-entry'],
      missing: (plan, { min = 1 }) => {
        const have = logOf(plan).entries;
        return have >= min ? [] : [{ code: 'log-entries-too-few', verb: 'write-log-entry', params: { min, have } }];
      },
    }),
  },
  words: {
    'log-entries-too-few': {
      sv: 'Anteckningar i loggen: {have} av minst {min}.',
      en: 'Entries in the log: {have} of at least {min}.',
    },
  },
};
