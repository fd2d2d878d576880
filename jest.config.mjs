// One configuration, four projects by file name: pure specs, specs on real services, whole journeys, faults.
const typescript = {
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
        },
      },
    ],
  },
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'mjs', 'ts', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['stegvis-source', 'node', 'node-addons'] },
  setupFiles: ['<rootDir>/test/jest.setup.mjs'],
};

const services = {
  ...typescript,
  globalSetup: '<rootDir>/test/services/start.mjs',
  globalTeardown: '<rootDir>/test/services/stop.mjs',
};

export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '600MB',
  testTimeout: 60_000,
  projects: [
    {
      ...typescript,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/test/{simulation,golden,judge,models}/*.spec.ts'],
    },
    { ...services, displayName: 'services', testMatch: ['<rootDir>/{apps,libs,test/judge}/**/*.int-spec.ts'] },
    { ...services, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.int-spec.ts'] },
    {
      ...services,
      displayName: 'faults',
      testMatch: ['<rootDir>/test/faults/**/*.int-spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/faults/once-more.mjs'],
    },
  ],
};
