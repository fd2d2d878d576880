import { given } from '../../given.js';
import { hasRecord } from './records.js';

const SHA = 'a'.repeat(64);
const file = { name: 'Protokoll Anna.pdf', mediaType: 'application/pdf', bytes: 1200, sha256: SHA };

describe('attachments', () => {
  it('an attachment is told by its hash and size; its name is prose', () => {
    const plan = given().did('attach', file);
    expect(plan.last?.events.map(({ type, data }) => ({ type, data }))).toEqual([
      {
        type: 'attachment.added',
        data: {
          attachment: 'attachment-1',
          sha256: SHA,
          bytes: 1200,
          mediaType: 'application/pdf',
          nameText: 'text-1',
        },
      },
    ]);
    expect(plan.last?.texts).toMatchObject([{ key: 'text-1', field: 'name', text: 'Protokoll Anna.pdf' }]);
    expect(plan.plan.facts['attachments']).toEqual({
      attachments: [
        {
          key: 'attachment-1',
          sha256: SHA,
          bytes: 1200,
          mediaType: 'application/pdf',
          nameText: 'text-1',
          addedAt: '2026-01-12T08:01:00.000Z',
          stage: 'begin',
          attempt: 1,
          round: 1,
        },
      ],
    });
    expect(plan.did('attach', file).last?.events[0]?.data).toMatchObject({ attachment: 'attachment-2' });
  });

  it('belongs to a record that there is, of whatever kind', () => {
    const plan = given()
      .did('plan-meeting', { title: 'Kick off' })
      .did('write-log-entry', { entry: 'Första' })
      .did('comment', { comment: 'Bra' });
    for (const record of ['meeting-1', 'log-entry-1', 'comment-1'])
      expect(plan.did('attach', { ...file, record }).last?.events[0]?.data).toMatchObject({ record });
    for (const record of ['meeting-2', 'log-entry-2', 'log-entry-0', 'comment-2', 'meeting', 'attachment-1', 'begin'])
      expect(plan.refused('attach', { ...file, record })).toEqual([
        { code: 'unknown-record', field: '/record', params: { value: record } },
      ]);
    expect(plan.did('attach', file).refused('attach', { ...file, record: 'attachment-1' })).toMatchObject([
      { code: 'unknown-record' },
    ]);
  });

  it('a record is found wherever its capability keeps it', () => {
    const plan = { ...given().plan, facts: { some: { deep: [{ inner: [{ key: 'decision-1' }] }] }, none: null } };
    expect(hasRecord(plan, 'decision-1')).toBe(true);
    expect(hasRecord(plan, 'decision-2')).toBe(false);
  });

  it('struck out, the row and the hash stay', () => {
    const plan = given().did('attach', file).did('attach', file);
    const struck = plan.did('strike-attachment', { attachment: 'attachment-1', reason: 'Fel fil' });
    expect(struck.last?.events.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'attachment.struck', data: { attachment: 'attachment-1', sha256: SHA, reasonText: 'text-3' } },
    ]);
    expect(struck.last?.texts).toMatchObject([{ field: 'reason', text: 'Fel fil' }]);
    expect(struck.plan.facts['attachments']).toMatchObject({
      attachments: [
        { key: 'attachment-1', sha256: SHA, struckAt: '2026-01-12T08:03:00.000Z' },
        { key: 'attachment-2' },
      ],
    });
    const second = (struck.plan.facts['attachments'] as { attachments: object[] }).attachments[1];
    expect(second).not.toHaveProperty('struckAt');
    expect(struck.refused('strike-attachment', { attachment: 'attachment-1' })).toEqual([
      { code: 'already-struck', field: '/attachment', params: { attachment: 'attachment-1' } },
    ]);
    expect(struck.refused('strike-attachment', { attachment: 'attachment-3' })).toMatchObject([
      { code: 'unknown-record', field: '/attachment' },
    ]);
  });

  it('can be struck out when there is one that is not', () => {
    const one = given().did('attach', file);
    expect(given().open('strike-attachment')).toBe(false);
    expect(given().refused('strike-attachment', { attachment: 'attachment-1' })).toMatchObject([
      { code: 'no-attachment' },
    ]);
    expect(one.open('strike-attachment')).toBe(true);
    expect(one.did('strike-attachment', { attachment: 'attachment-1' }).open('strike-attachment')).toBe(false);
  });

  it('struck out does not come back by undo, and `moves` says so', () => {
    const struck = given().did('attach', file).did('strike-attachment', { attachment: 'attachment-1' });
    expect(struck.open('undo')).toBe(false);
    expect(struck.refused('undo')).toEqual([{ code: 'undo-struck' }]);
    const later = struck.did('write-log-entry', { entry: 'Struken' });
    expect(later.did('undo').refused('undo')).toEqual([{ code: 'undo-struck' }]);
    expect(given().did('attach', file).open('undo')).toBe(true);
  });

  it('can be struck out when the plan has ended, and nothing else can be said there', () => {
    const ended = given().did('attach', file).did('discontinue', { reason: 'Ingen tid' });
    expect(ended.open('strike-attachment')).toBe(true);
    expect(ended.open('attach')).toBe(false);
    const struck = ended.did('strike-attachment', { attachment: 'attachment-1' });
    expect(struck.plan.status).toBe('discontinued');
    expect(struck.plan.facts['attachments']).toMatchObject({ attachments: [{ struckAt: expect.any(String) }] });
    expect(given().did('discontinue', { reason: 'Ingen tid' }).open('strike-attachment')).toBe(false);
  });

  describe('corrected', () => {
    const attached = () => given().did('plan-meeting', { title: 'Kick off' }).did('attach', file);
    const correct = (plan: ReturnType<typeof attached>, change: object) => ({
      event: plan.events.find(({ type }) => type === 'attachment.added')?.id,
      verb: 'attach',
      body: { ...file, ...change },
      reason: 'Fel',
    });

    it('has another name, or belongs to something else', () => {
      const plan = attached();
      const right = plan.did('correct', correct(plan, { name: 'Rätt.pdf', record: 'meeting-1' }));
      expect(right.last?.texts.map(({ text }) => text)).toContain('Rätt.pdf');
      expect(right.plan.facts['attachments']).toMatchObject({ attachments: [{ sha256: SHA, record: 'meeting-1' }] });
      const again = right.did('correct', correct(right, { name: 'Rättare.pdf' }));
      expect(again.plan.facts['attachments']).toMatchObject({ attachments: [{ key: 'attachment-1', bytes: 1200 }] });
    });

    it.each([
      ['sha256', 'b'.repeat(64)],
      ['bytes', 1201],
      ['mediaType', 'text/plain'],
    ])('never has another %s: that content was not looked at', (field, value) => {
      const plan = attached();
      expect(plan.refused('correct', correct(plan, { name: 'Rätt.pdf', [field]: value }))).toEqual([
        { code: 'file-not-corrected', field: `/body/${field}` },
      ]);
    });
  });
});
