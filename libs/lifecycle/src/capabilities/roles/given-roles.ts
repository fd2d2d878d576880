// For the specs of roles: some people, and a way of working with a role that must be held and others that need not be.
import { given, openTemplate, type Given } from '../../given.js';

export const ANNA = '11111111-1111-4111-8111-111111111111';
export const BO = '22222222-2222-4222-8222-222222222222';
export const CILLA = '33333333-3333-4333-8333-333333333333';

const { stages } = openTemplate();

export const withRoles = openTemplate({
  roles: [
    { key: 'process-leader', name: { sv: 'processledare', en: 'process leader' }, required: true },
    { key: 'member', name: { sv: 'ledamot', en: 'member' } },
    { key: 'chair', name: { sv: 'ordförande', en: 'chair' } },
  ],
  stages: stages.map((stage) => (stage.key === 'begin' ? { ...stage, fork: { to: 'finish' } } : stage)),
});

export const leads = { role: 'process-leader', person: ANNA, organisation: 'RKL' };

/** Anna leads the process from the first day. */
export const led = (more: object = {}): Given => given(withRoles).did('assign-role', { ...leads, ...more });

export const dataOf = ({ last }: Given) => last?.events.map((event) => event.data);

/** On whose behalf a command comes. */
export const by = (id: string) => ({ who: { id } });
