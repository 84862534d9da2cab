import { declarePart } from '../support/together.js';

await declarePart(5);
