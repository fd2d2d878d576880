// Nine stages with a loop, a join and two kinds of adoption: each village says yes by its own checklist, the boards by decision.
const label = (sv: string, en: string) => ({ sv, en });
const criterion = (key: string, kind: string, name: { sv: string; en: string }, given?: object) => ({
  key,
  kind,
  name,
  ...(given ? { with: given } : {}),
});

/** Version 2 calls the trial a season, asks for two meetings before it, and reminds later. */
export const sharedBus = (version: 1 | 2) => ({
  key: 'shared-bus',
  version,
  kind: 'initiative',
  name: label('Bybussen', 'The village bus'),
  roles: [
    { key: 'driver', name: label('samordnare', 'coordinator'), required: true },
    { key: 'village', name: label('byalag', 'village association') },
  ],
  stages: [
    {
      key: 'need',
      name: label('Behov', 'Need'),
      opens: ['propose-potential', 'add-party', 'consent', 'choose-direction', 'register-knowledge-item', 'cite'],
      criteria: [criterion('ideas', 'potentials-proposed', label('Två idéer', 'Two ideas'), { min: 2 })],
      next: ['villages'],
      restart: true,
    },
    {
      key: 'villages',
      name: label('Byarna svarar', 'The villages answer'),
      opens: [],
      criteria: [],
      fork: { to: 'answer', as: 'case', join: true },
      next: ['route'],
      returnsTo: ['need'],
    },
    {
      key: 'answer',
      name: label('Byns svar', "The village's answer"),
      opens: ['tick-item', 'add-checklist-item'],
      criteria: [
        criterion('yes', 'checklist-done', label('Byn säger ja', 'The village says yes'), {
          items: ['Årsmötet / Annual meeting'],
        }),
      ],
      next: [],
    },
    {
      key: 'route',
      name: label('Linje', 'Route'),
      optional: true,
      opens: ['hold-meeting'],
      criteria: [],
      next: ['draft'],
      returnsTo: ['villages'],
    },
    {
      key: 'draft',
      name: label('Förslag', 'Draft'),
      opens: ['write-section', 'submit-version', 'hold-meeting'],
      criteria: [criterion('sent', 'version-submitted', label('Förslaget är inlämnat', 'The draft is submitted'))],
      next: ['boards'],
      returnsTo: ['route'],
    },
    {
      key: 'boards',
      name: label('Nämnderna', 'The boards'),
      opens: ['record-decision'],
      criteria: [criterion('adopted', 'adopted-by-all', label('Alla har sagt ja', 'Everybody has said yes'))],
      next: [version === 1 ? 'trial' : 'season'],
      returnsTo: ['draft'],
    },
    {
      key: version === 1 ? 'trial' : 'season',
      name: version === 1 ? label('Provkörning', 'Trial run') : label('Säsong', 'Season'),
      opens: version === 1 ? ['hold-meeting'] : ['hold-meeting', 'record-lesson'],
      criteria: [
        criterion('met', 'meeting-held', label('Resenärerna är hörda', 'Travellers are heard'), { min: version }),
      ],
      next: ['harvest'],
      returnsTo: ['draft'],
      restart: true,
      reminders: [{ key: 'slow', when: { entered: version === 1 ? 'P14D' : 'P30D' }, to: ['driver'] }],
    },
    {
      key: 'harvest',
      name: label('Lärdomar', 'Lessons'),
      opens: ['record-lesson'],
      criteria: [criterion('learnt', 'lessons-recorded', label('Något är lärt', 'Something is learnt'))],
      next: ['rest'],
      cycle: { to: 'route' },
    },
    { key: 'rest', name: label('Vila', 'Rest'), opens: [], criteria: [], next: [] },
  ],
  tracks: [{ key: 'diary', name: label('Dagbok', 'Diary'), opens: ['write-log-entry'] }],
});
