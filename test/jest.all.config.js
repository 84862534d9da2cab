/** Every test with a fixed seed: `npm run test:all`. */
import fast from '../jest.config.js';

// Properties are tried more often; the workers inherit it.
process.env['TEST_EFFORT'] = '5';

export default { ...fast, rootDir: '..', testPathIgnorePatterns: ['/node_modules/'] };
