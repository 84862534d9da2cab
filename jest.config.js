/** The tests that a newcomer and every commit runs: `npm test`. All the others as well: jest.all.config.js. */

/** What takes long, or asks for a Debian package: only `npm run test:all` runs it. */
const slow = [
  'test/browser/',
  'test/e2e/',
  'test/faults/',
  'test/hostile/',
  'test/interop/',
  'test/scale/',
  'test/security/',
  'test/terminal/',
  'test/windows/',
];

/** Whether nothing was asked for but all the tests: then they share what they load. With a file or another option, each loads its own. */
const isWhole = process.argv.slice(2).every((argument) => /^--(?:json|outputFile=.*|ci)$/.test(argument));

export default {
  testEnvironment: 'node',
  testMatch: [isWhole ? '<rootDir>/test/together/*.js' : '<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...slow.map((folder) => `<rootDir>/${folder}`), '\\.slow\\.test\\.ts$'],
  // Run as ES modules: compiled to CommonJS they could not import chalk and others.
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/transform.js' },
  globalSetup: '<rootDir>/test/support/build.js',
  // By default jest leaves one core free, which on two cores means one after the other.
  maxWorkers: '100%',
  // Modules of a test file are kept until its worker ends; a new one compiles all of jest again, and two have to fit into 2 GB.
  workerIdleMemoryLimit: '700MB',
  // The built bin is started by child processes, which are slow on a busy machine.
  testTimeout: 60_000,
};
