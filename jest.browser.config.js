import base from './jest.config.js';

/** The page of the practice workspace, driven in a real browser. Apart, because `npm test` must not need one. */
const { projects: _, ...common } = base;

export default {
  ...common,
  maxWorkers: 1,
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  globalSetup: '<rootDir>/test/browser/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};
