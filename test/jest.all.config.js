/** Every test with a fixed seed: `npm run test:all`. */
import fast from '../jest.config.js';

export default { ...fast, rootDir: '..', testPathIgnorePatterns: ['/node_modules/'] };
