import { given } from '../../given.js';

const dare = { lesson: 'Våga stanna upp och börja om när det inte går vägen.', code: 'L4' };
const two = () => given().did('add-party', { organisation: 'RKL' }).did('add-party', { organisation: 'HOGSBY' });

describe('lessons', () => {
  it('INV-37 a lesson on what failed is as valid as one on what worked', () => {
    for (const worked of [true, false, undefined]) {
      const lesson = { ...dare, organisation: 'HOGSBY', ...(worked === undefined ? {} : { worked }) };
      const learnt = two().did('record-lesson', lesson);
      expect(learnt.missing('lessons-recorded')).toEqual([]);
      expect(learnt.missing('lessons-from-parties')).toMatchObject([
        { code: 'lesson-missing', verb: 'record-lesson', by: { organisation: 'RKL' } },
      ]);
    }
  });

  it('INV-37 every party gives a lesson; that of the one who records it when nobody is named', () => {
    const own = two().did('record-lesson', dare);
    expect(own.missing('lessons-from-parties')).toMatchObject([{ params: { organisation: 'HOGSBY' } }]);
    expect(own.did('record-lesson', { ...dare, organisation: 'HOGSBY' }).missing('lessons-from-parties')).toEqual([]);
  });

  it('INV-26 an imported lesson without an organisation belongs to none', () => {
    const imported = two().did('record-lesson', dare, { imported: true });
    expect(imported.last?.events[0]?.data).toEqual({ lesson: 'lesson-1', lessonText: 'text-1', code: 'L4' });
    expect(imported.missing('lessons-from-parties')).toHaveLength(2);
    expect(imported.missing('lessons-recorded')).toEqual([]);
  });

  it('INV-37 the exit of a stage can ask for lessons of that stage', () => {
    const moved = given().did('record-lesson', dare).did('advance');
    expect(moved.missing('lessons-recorded', { thisStage: true })).toMatchObject([{ params: { min: 1, have: 0 } }]);
    expect(moved.missing('lessons-recorded')).toEqual([]);
    const elsewhere = moved.did('record-lesson', { ...dare, stage: 'begin' });
    expect(elsewhere.missing('lessons-recorded', { thisStage: true })).toHaveLength(1);
    expect(elsewhere.did('record-lesson', dare).missing('lessons-recorded', { thisStage: true })).toEqual([]);
    expect(elsewhere.missing('lessons-recorded', { min: 3 })).toMatchObject([{ params: { min: 3, have: 2 } }]);
  });

  it('another round asks for lessons of that round', () => {
    const again = given().did('record-lesson', dare).did('repeat', { reason: 'För få kom' });
    expect(again.missing('lessons-recorded', { thisStage: true })).toHaveLength(1);
    expect(again.did('record-lesson', dare).missing('lessons-recorded', { thisStage: true })).toEqual([]);
  });

  it('INV-05 a new attempt asks for lessons anew, and the old ones stay as they were', () => {
    const again = two().did('record-lesson', dare).did('restart', { reason: 'Vi tar nya tag', to: 'begin' });
    expect(again.missing('lessons-recorded')).toHaveLength(1);
    expect(again.plan.facts['lessons']).toMatchObject({ lessons: [{ key: 'lesson-1', code: 'L4', attempt: 1 }] });
    expect(again.did('record-lesson', dare).last?.events).toMatchObject([{ data: { lesson: 'lesson-2' } }]);
  });

  it('keeps its prose out of the event, and knows its stages', () => {
    const learnt = given().did('record-lesson', dare);
    expect(JSON.stringify(learnt.last?.events)).not.toContain('stanna upp');
    expect(learnt.last?.texts).toMatchObject([{ field: 'lesson', text: dare.lesson }]);
    expect(given().refused('record-lesson', { ...dare, stage: 'nowhere' })).toMatchObject([
      { code: 'unknown-stage', field: '/stage' },
    ]);
  });
});
