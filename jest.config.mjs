/** One jest over all projects; TypeScript is stripped by swc and modules stay ESM. */
export default {
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tools'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: false },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['newsbraid-source', 'node', 'node-addons'] },
  testTimeout: 30000,
  // ES modules of an ended test file are never given back (nodejs/node#33439), so a process that read several models
  // runs into its heap limit: a worker that has grown past this is replaced before its next file.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
}
