/** Tests run as ES modules: compiled to CommonJS they could not import chalk and others. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['babel-jest', { presets: [['@babel/preset-typescript', { allowImportingTsExtensions: true }]] }],
  },
  globalSetup: '<rootDir>/test/support/build.js',
  // The built bin is started by child processes, which are slow on a busy machine.
  testTimeout: 60_000,
};
