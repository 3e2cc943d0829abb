/** No transformer: Jest strips types the way Node does, so tests run the very code production runs. */
const common = { transform: {}, extensionsToTreatAsEsm: ['.ts'], testEnvironment: 'node' };
const suite = (name) => ({
  ...common,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
});
/** The same path in both suites: Jest then runs it once. It starts PostgreSQL and makes the template database. */
const withDatabase = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

export default {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    suite('unit'),
    { ...suite('integration'), ...withDatabase },
    { ...suite('e2e'), ...withDatabase },
  ],
};
