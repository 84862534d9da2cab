/** Numbers that look random and are the same in every run. */

/**
 * @typedef {object} Random
 * @property {(limit: number) => number} below a whole number from 0 up to, not including, `limit`
 * @property {<T>(list: readonly T[]) => T} pick one of the list
 * @property {<T>(list: readonly T[], many: number) => T[]} pickSome so many different ones of the list
 * @property {(probability: number) => boolean} chance true in that share of the calls
 */

/**
 * Starts a sequence (mulberry32): the same seed, the same numbers on every machine.
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed | 0;

  function next() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param {number} limit */
  function below(limit) {
    return Math.floor(next() * limit);
  }

  /** @type {Random['pick']} */
  function pick(list) {
    const item = list[below(list.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** @type {Random['pickSome']} */
  function pickSome(list, many) {
    const rest = [...list];
    const picked = [];
    while (picked.length < many && rest.length > 0) picked.push(...rest.splice(below(rest.length), 1));
    return picked;
  }

  return { below, pick, pickSome, chance: (probability) => next() < probability };
}

/**
 * Makes the next UUID (version 4 in shape) of a sequence.
 * @param {Random} random
 */
export function createUuid(random) {
  const digits = (/** @type {number} */ length) => Array.from({ length }, () => random.below(16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${random.pick(['8', '9', 'a', 'b'])}${digits(3)}-${digits(12)}`;
}
