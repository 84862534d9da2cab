/** Which mutant happens, and which were met on the way. The copy's sources import it; so do the processes that tests start. */
import { appendFileSync } from 'node:fs';

const { BLOG_MUTANT: chosen, BLOG_HITS: hitsFile } = process.env;

function startState() {
  const hits = new Set();
  if (hitsFile) process.on('exit', () => appendFileSync(hitsFile, `${[...hits].join('\n')}\n`));
  return { id: Number(chosen ?? 0), hits };
}

/** Of this process: whoever runs tests changes `id`. */
export const state = startState();

/** Whether the damage with this number is the chosen one. */
export function isMutant(id) {
  state.hits.add(id);
  return id === state.id;
}

/** `call(it)`, or `it` alone where the call is the damage. */
export function leaveOut(id, it, call) {
  return isMutant(id) ? it : call(it);
}
