// The example of a template: two stages, one criterion, one reminder, and what runs beside them.
import type { Template } from '#libs/lifecycle';

export const shortTemplate: Template = {
  key: 'shared-garden',
  version: 1,
  name: { sv: 'Gemensam trädgård', en: 'Shared garden' },
  roles: [{ key: 'gardener', name: { sv: 'odlare', en: 'gardener' }, required: true }],
  stages: [
    {
      key: 'kick-off',
      name: { sv: 'Kick-off', en: 'Kick-off' },
      opens: ['plan-meeting', 'hold-meeting', 'record-notes'],
      criteria: [
        { key: 'held', kind: 'meeting-held', with: { min: 1 }, name: { sv: 'Vi har träffats', en: 'We have met' } },
      ],
      next: ['harvest'],
      reminders: [
        { key: 'notes', when: { after: 'meeting-held', by: 'P7D' }, to: ['gardener'], until: 'notes-recorded' },
      ],
    },
    {
      key: 'harvest',
      name: { sv: 'Skörd', en: 'Harvest' },
      opens: ['record-lesson'],
      criteria: [],
      next: [],
      returnsTo: ['kick-off'],
    },
  ],
  tracks: [{ key: 'log', name: { sv: 'Logg', en: 'Log' }, opens: ['write-log-entry', 'comment'] }],
};
