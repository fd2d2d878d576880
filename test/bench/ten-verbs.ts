// The ten verbs that every measured plan goes through, on the shipped template: from parties to the first stage left.

export const START = { template: 'joint-action-plan', title: 'Hälsolots i Högsby', language: 'sv' };

export const TEN_VERBS: [string, object][] = [
  ['add-party', { organisation: 'RKL' }],
  ['add-party', { organisation: 'HOGSBY' }],
  ['consent', { organisation: 'RKL' }],
  ['consent', { organisation: 'HOGSBY' }],
  [
    'record-mandate',
    {
      purpose: 'Att motverka ensamhet och utanförskap.',
      goal: 'Starkare sammanhang.',
      evaluationPlan: 'Följeforskning under hela tiden.',
      accountable: { organisation: 'RKL', role: 'process-leader' },
    },
  ],
  ['register-area', { code: 'CIVIL_SOCIETY', name: 'Samverkan med civilsamhället' }],
  ['plan-meeting', { title: 'Kick off', on: '2027-03-15' }],
  ['hold-meeting', { represented: ['RKL', 'HOGSBY'], notes: 'Alla var med.' }],
  ['register-knowledge-item', { title: 'Analys: Inomregional karta', kind: 'analysis', carriedOut: true }],
  ['advance', {}],
];
