/** Letters that look like Latin ones: an author who pastes or types them sees no difference. */

/** For each Latin letter those of other scripts, in lower case, that look like it. */
const likeLatin: Readonly<Record<string, string>> = {
  a: 'аαɑᴀ',
  b: 'вьʙβ',
  c: 'сϲᴄ',
  d: 'ԁđɗᴅ',
  e: 'еєεᴇ',
  f: 'ғƒꜰ',
  g: 'ɡɢ',
  h: 'һнʜ',
  i: 'іıιɪ',
  j: 'јϳᴊ',
  k: 'кκᴋ',
  l: 'ӏłʟ',
  m: 'мᴍ',
  n: 'ηɴ',
  o: 'оοøᴏ',
  p: 'рρᴘ',
  q: 'ԛ',
  r: 'гʀ',
  s: 'ѕꜱ',
  t: 'тτŧᴛ',
  u: 'υμᴜս',
  v: 'ѵνᴠ',
  w: 'ԝωᴡ',
  x: 'хχ',
  y: 'уγʏ',
  z: 'ᴢ',
};
const latinOf = new Map(
  Object.entries(likeLatin).flatMap(([latin, others]) =>
    [...others].map((letter): [string, string] => [letter, latin]),
  ),
);

/** A word in lower case with Latin letters for those that look like them, without accents and what nobody sees. */
export function asLatin(word: string): string {
  const plain = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '');
  return [...plain].map((letter) => latinOf.get(letter) ?? letter).join('');
}
