import { given } from '../../given.js';
import { recordedOf, risksOf } from './facts.js';
import { accepted, data } from './given-trial.js';

describe('the level of risk', () => {
  it('is accepted by an organisation in a role, and kept out of the event when it says why', () => {
    expect(given().missing('risk-accepted')).toEqual([{ code: 'risk-missing', verb: 'accept-risk' }]);
    const risk = given().did('accept-risk', { ...accepted, reason: 'Billigt att misslyckas' });
    expect(risk.types).toEqual(['risk.accepted']);
    expect(data(risk)).toEqual({ risk: 'risk-1', ...accepted, reasonText: 'text-1' });
    expect(risk.last?.texts).toMatchObject([{ field: 'reason', text: 'Billigt att misslyckas' }]);
    expect(risk.missing('risk-accepted')).toEqual([]);
    const made = { stage: 'begin', attempt: 1, round: 1 };
    expect(recordedOf(risk.plan).risks).toEqual([{ key: 'risk-1', ...accepted, ...made }]);
  });

  it('holds until the same organisation and role accepts another', () => {
    const once = given().did('accept-risk', accepted);
    expect(once.refused('accept-risk', accepted)).toEqual([
      {
        code: 'risk-already-accepted',
        field: '/level',
        params: { organisation: 'MALMO', level: 'Försöket får misslyckas helt' },
      },
    ]);
    const more = once
      .did('accept-risk', { ...accepted, organisation: 'RKL' })
      .did('accept-risk', { organisation: 'MALMO', level: accepted.level })
      .did('accept-risk', { ...accepted, level: 'Liten' });
    expect(risksOf(more.plan)).toMatchObject([
      { key: 'risk-2', organisation: 'RKL' },
      { key: 'risk-3', organisation: 'MALMO' },
      { key: 'risk-4', organisation: 'MALMO', role: 'möjliggörare', level: 'Liten' },
    ]);
    expect(more.did('accept-risk', accepted).types).toEqual(['risk.accepted']);
  });
});
