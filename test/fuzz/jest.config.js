/** Random values: `npm run fuzz`, which run.js starts. */
import fast from '../../jest.config.js';

export default {
  ...fast,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/fuzz/*.fuzz.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
