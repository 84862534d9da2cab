/** Fields of other tools, and of people, that say that readers do not see the post: not signs of a draft, but reasons to doubt. */
import { readsAsBoolean } from '../draftWords.ts';
import { sayingWords, wordsOfKey } from './keyWords.ts';

/** `noindex` and `robots` are for search engines, and what is `archived` has been public. */
const hiding =
  `hidden|headless|disabled|internal|secret|confidential|protected|restricted|deleted|trashed|embargoed|wip|
  work in progress|unreleased|unfinished|hold|on hold|members only|member only|staff only|subscribers only`.split(
    /\s*\|\s*/,
  );
const showing = `build|render|enabled|ready|live|online|show|shown|active|approved|released|finished|publication|
  for publication|sign off|signed off`.split(/\s*\|\s*/);
const kinds = 'type kind stage phase workflow review'.split(' ');

const draftValue = /^(?:wip|drafts?|unpublished|pending)$/i;
const closedValue =
  /^(?:private|members?|staff|internal|restricted|protected|confidential|secret|hidden|password|drafts?|none|closed|login|logged[ _-]?in|subscribers?|premium|paid)(?:[ _-]*only)?$/i;

/** A quick look at a key. */
const maybe =
  /hid|head|disab|inter|secr|confid|prot|restr|delet|trash|embarg|wip|progress|release|finish|hold|only|build|render|enabl|ready|live|online|show|activ|appr|publ|sign|type|kind|stage|phase|workf|review|access/i;

/** Whether a field says with its value that readers do not see the post: `hidden: true`, `enabled: no`, `type: draft`. */
export function saysUnseen(key: string, value: unknown): boolean {
  if (!maybe.test(key)) return false;
  const { saying, isNegated } = sayingWords(wordsOfKey(key));
  const word = saying.join(' ');
  if (hiding.includes(word)) return readsAsBoolean(value) === !isNegated;
  if (showing.includes(word))
    return readsAsBoolean(value) === isNegated || (/^(?:build|render)$/.test(word) && value === 'never');
  const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  if (kinds.includes(word)) return texts.some((text) => draftValue.test(text.trim()));
  return word === 'access' && texts.some((text) => closedValue.test(text.trim()));
}
