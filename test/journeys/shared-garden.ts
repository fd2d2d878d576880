// A way of working that nobody has seen before: nine stages, two of them optional, two ways on, a way back, one place to start again.
const label = (sv: string, en: string) => ({ sv, en });

const criterion = (kind: string, name: { sv: string; en: string }, more: object = {}) => ({
  key: kind,
  kind,
  name,
  ...more,
});

export const sharedGarden = {
  key: 'shared-garden',
  version: 1,
  name: label('Gemensam odling', 'Shared garden'),
  roles: [
    { key: 'gardener', name: label('odlare', 'gardener'), required: true },
    { key: 'landlord', name: label('markägare', 'landlord') },
  ],
  stages: [
    {
      key: 'idea',
      name: label('Idé', 'Idea'),
      opens: ['propose-potential'],
      criteria: [
        criterion('potentials-proposed', label('Minst två idéer finns', 'There are at least two ideas'), {
          with: { min: 2 },
        }),
      ],
      next: ['sounding'],
    },
    {
      key: 'sounding',
      name: label('Sondering', 'Sounding'),
      optional: true,
      opens: ['register-effort', 'declare-none-found'],
      criteria: [
        criterion('inventory-complete', label('Föreningarna är tillfrågade', 'The associations have been asked'), {
          with: { groups: ['civil-society'] },
        }),
      ],
      next: ['place'],
      returnsTo: ['idea'],
    },
    {
      key: 'place',
      name: label('Plats', 'Place'),
      opens: ['add-party', 'consent', 'tick-item', 'add-checklist-item'],
      criteria: [
        criterion('parties-consented', label('Markägaren är med', 'The landlord takes part'), {
          with: { min: 1 },
          by: ['landlord'],
        }),
        criterion('checklist-done', label('Jorden är undersökt', 'The soil has been examined'), {
          with: { items: ['Jordprov / Soil sample'] },
        }),
      ],
      next: ['trial', 'beds'],
      returnsTo: ['sounding'],
      restart: true,
    },
    {
      key: 'trial',
      name: label('Försök', 'Trial'),
      opens: ['set-target', 'measure-indicator', 'declare-not-measured'],
      criteria: [
        criterion('indicators-set', label('Det står vad försöket ska visa', 'It says what the trial is to show')),
        criterion('indicators-measured', label('Försöket är mätt', 'The trial has been measured')),
      ],
      next: ['beds'],
      returnsTo: ['place'],
    },
    {
      key: 'beds',
      name: label('Bäddar', 'Beds'),
      opens: ['add-activity', 'start-activity', 'complete-activity', 'stop-activity'],
      criteria: [
        criterion('activities-listed', label('Arbetet är uppdelat', 'The work is divided')),
        criterion('activities-settled', label('Bäddarna är klara', 'The beds are done')),
      ],
      next: ['opening'],
      returnsTo: ['place'],
    },
    {
      key: 'opening',
      name: label('Invigning', 'Opening'),
      optional: true,
      opens: ['plan-meeting', 'hold-meeting', 'record-notes'],
      criteria: [
        criterion('meeting-held', label('Invigningen har hållits', 'The opening has been held')),
        criterion('notes-recorded', label('Det står hur det gick', 'It says how it went')),
      ],
      next: ['season'],
    },
    {
      key: 'season',
      name: label('Säsong', 'Season'),
      opens: [],
      criteria: [criterion('log-entries', label('Loggen är förd', 'The log has been kept'), { with: { min: 2 } })],
      next: ['harvest'],
      returnsTo: ['beds'],
    },
    {
      key: 'harvest',
      name: label('Skörd', 'Harvest'),
      opens: ['record-lesson'],
      criteria: [criterion('lessons-recorded', label('Lärdomarna är skrivna', 'The lessons are written'))],
      next: ['rest'],
    },
    {
      key: 'rest',
      name: label('Vila', 'Rest'),
      opens: ['name-owner', 'accept-ownership'],
      criteria: [
        criterion('ownership-named', label('Någon tar hand om odlingen', 'Somebody takes care of the garden'), {
          with: { accepted: false },
        }),
      ],
      next: [],
    },
  ],
  tracks: [{ key: 'diary', name: label('Dagbok', 'Diary'), opens: ['write-log-entry', 'comment'] }],
};
