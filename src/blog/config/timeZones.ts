/** Time zones as people call them, and what the time zone database calls them. */
import { isTimeZone } from '../../post/fields/date.ts';
import { nearest, suggest } from '../../post/nearest.ts';

/** What is wrong with the name of a time zone, `must be …`; undefined for one that the system knows. */
export function timeZoneProblem(name: string): string | undefined {
  // The system takes these, some for another zone than anybody means: its BST is in Bangladesh.
  if (isTimeZone(name) && !/^[A-Z]{3}$/.test(name)) return undefined;
  if (isTimeZone(name) && databaseNames.includes(name)) return undefined;
  return mustBe(name);
}

/** As `timeZoneProblem`, and also for a name that stands for no place: a fixed offset has no summer time. */
export function newTimeZoneProblem(name: string): string | undefined {
  return isTimeZone(name) && (name.includes('/') || name.toUpperCase() === 'UTC') ? undefined : mustBe(name);
}

function mustBe(name: string): string {
  const meant = zoneLike(name);
  return `must be a time zone such as Europe/London${meant === undefined ? '' : `; ${suggest(meant)}`}`;
}

/** Abbreviations that the time zone database has. */
const databaseNames = ['UTC', 'GMT', 'UCT', 'CET', 'EET', 'EST', 'HST', 'MET', 'MST', 'PRC', 'ROC', 'ROK', 'WET'];

/** The zone that somebody means by a country, an abbreviation, a city or a misspelt name; undefined if there is none. */
function zoneLike(name: string): string | undefined {
  const wanted = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z/+:\d]+/g, ' ')
    .trim();
  const known = Object.entries(meantBy).find(([, names]) => names.split(', ').includes(wanted))?.[0];
  if (known !== undefined) return known;
  if (isTimeZone(name)) return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  const zones = Intl.supportedValuesOf('timeZone');
  const plain = (zone: string): string => zone.toLowerCase().replaceAll('_', ' ');
  const byName = new Map(
    zones.flatMap((zone) => [plain(zone), plain(zone.slice(zone.lastIndexOf('/') + 1))].map((one) => [one, zone])),
  );
  return /[a-z]{3}/.test(wanted) ? byName.get(nearest(wanted, byName.keys()) ?? '') : undefined;
}

/** What people write who mean a zone. */
const meantBy: Readonly<Record<string, string>> = {
  'Europe/London':
    'uk, gb, gbr, u k, britain, great britain, united kingdom, england, scotland, wales, cymru, northern ireland, bst, gmt, gmt/bst, london time, uk time, british time, cardiff, edinburgh, glasgow, belfast, manchester, birmingham, leeds, bristol',
  'Europe/Dublin': 'ie, ireland, eire, republic of ireland',
  'Europe/Paris': 'cet, cest, met, mez, mesz, fr, france, central european time',
  'Europe/Berlin': 'de, germany, deutschland, munich, hamburg, frankfurt, cologne',
  'Europe/Madrid': 'es, spain, espana, barcelona',
  'Europe/Rome': 'it, italy, italia, milan',
  'Europe/Amsterdam': 'nl, netherlands, the netherlands, holland',
  'Europe/Brussels': 'be, belgium',
  'Europe/Lisbon': 'wet, west, pt, portugal',
  'Europe/Athens': 'eet, eest, gr, greece',
  'Europe/Warsaw': 'pl, poland',
  'Europe/Stockholm': 'se, sweden',
  'Europe/Oslo': 'no, norway',
  'Europe/Copenhagen': 'dk, denmark',
  'Europe/Helsinki': 'fi, finland',
  'Europe/Moscow': 'msk, russia',
  'America/New_York': 'est, edt, et, eastern, eastern time, us, usa, united states, washington, boston, us/east',
  'America/Chicago': 'cst, cdt, ct, central, central time',
  'America/Denver': 'mst, mdt, mt, mountain, mountain time',
  'America/Los_Angeles': 'pst, pdt, pacific, pacific time, california, san francisco, seattle',
  'America/Toronto': 'ca, canada, ontario, ottawa',
  'America/Sao_Paulo': 'br, brazil, brasil',
  'Asia/Kolkata': 'ist, in, india, delhi, new delhi, mumbai',
  'Asia/Shanghai': 'cn, china, prc, beijing',
  'Asia/Hong_Kong': 'hk, hkt',
  'Asia/Tokyo': 'jp, jst, japan',
  'Asia/Seoul': 'kst, korea, south korea',
  'Asia/Singapore': 'sg, sgt',
  'Asia/Dubai': 'uae, gst, abu dhabi',
  'Africa/Johannesburg': 'za, sast, south africa, cape town',
  'Africa/Lagos': 'ng, nigeria, wat',
  'Africa/Nairobi': 'ke, kenya, eat',
  'Australia/Sydney': 'au, australia, aest, aedt, aet, canberra',
  'Australia/Perth': 'awst',
  'Pacific/Auckland': 'nz, nzst, nzdt, new zealand, wellington',
  UTC: 'z, zulu, utc/gmt, universal, coordinated universal time',
};
