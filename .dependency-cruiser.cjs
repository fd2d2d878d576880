// Who may import whom: apps -> slices -> journal, queues, platform -> lifecycle, and never back (ARCHITECTURE.md).
// `npm run check` and CI hold it.
const SLICES = 'plans|people|learning|reminders|integrations';
const SPEC = '\\.(int-)?spec\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'lifecycle-is-pure',
      comment: 'A decision depends on its arguments alone: no framework, no package, no Node module, no other room.',
      severity: 'error',
      from: { path: '^libs/lifecycle/', pathNot: SPEC },
      to: { pathNot: '^libs/lifecycle/' },
    },
    {
      name: 'lifecycle-tests-know-no-other-room',
      comment: 'Its tests may use fast-check and the shipped templates, never the rooms that are built on it.',
      severity: 'error',
      from: { path: '^libs/lifecycle/' },
      to: { path: '^(apps|libs)/', pathNot: '^libs/(lifecycle|templates)/' },
    },
    {
      name: 'templates-are-data',
      comment:
        'Templates are checked against the lifecycle and a JSON Schema, and drawn by dagre; nothing else may shape them.',
      severity: 'error',
      from: { path: '^libs/templates/', pathNot: SPEC },
      to: { pathNot: ['^libs/(lifecycle|templates)/', '(^|node_modules/)(ajv(-formats)?|@dagrejs/dagre)(/|$)'] },
    },
    {
      name: 'ground-knows-no-slice',
      comment: 'Journal, queues and platform carry every slice, so they know none.',
      severity: 'error',
      from: { path: '^libs/(journal|queues|platform)/' },
      to: { path: `^libs/(${SLICES})/` },
    },
    {
      name: 'only-apps-above',
      comment: 'Libraries do not know in which program they run.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'people-know-plans-alone',
      comment: 'Roles and mandates belong to plans; people need no other slice.',
      severity: 'error',
      from: { path: '^libs/people/' },
      to: { path: '^libs/(learning|reminders|integrations)/' },
    },
    {
      name: 'plans-know-no-slice',
      comment: 'Plans are what the other slices are about.',
      severity: 'error',
      from: { path: '^libs/plans/' },
      to: { path: '^libs/(people|learning|reminders|integrations)/' },
    },
    {
      name: 'outer-slices-apart',
      comment: 'Learning, reminders and integrations know plans and people, not each other.',
      severity: 'error',
      from: { path: '^libs/(learning|reminders|integrations)/' },
      to: { path: '^libs/(learning|reminders|integrations)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'by-the-front-door',
      comment: 'A room is known by its index alone, so that its inside can change.',
      severity: 'error',
      from: { path: '^(apps|libs|test)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^$1/$2/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-apart',
      comment: 'Api and worker run alone, each on a machine of its own. Standalone runs both, by their modules.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/(api|worker)/src/index\\.ts$'] },
    },
    {
      name: 'standalone-alone-runs-others',
      comment: 'The exception above is for standalone only.',
      severity: 'error',
      from: { path: '^apps/(?!standalone/)([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'tests-stay-out',
      comment: 'The program never loads a test.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { path: [SPEC, '^test/'] },
    },
    {
      name: 'no-circles',
      comment: 'A circle has no first file to read, and modules in one may see each other half loaded.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-missing',
      comment: 'What cannot be found now will not be found at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      comment: 'An image is installed without them.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['stegvis-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.d.ts', '.js', '.json'],
    },
  },
};
