/** What keeps a post from readers without a sign of a draft: a password, other fields, and where it is. */
import type { Fault } from '../../../diagnostic.ts';
import type { Mapping } from '../../frontmatter/mapping.ts';
import { abridge } from '../../text.ts';
import type { FieldReading } from '../fields.ts';
import { foldKey } from '../names.ts';
import { isAbsent } from '../texts.ts';
import { saysPublic } from './emptySigns.ts';
import { saysUnseen } from './hidingFields.ts';
import { doubtfulBeginning, hidingPlace } from './hidingPlaces.ts';

const passwordKey = /^(?:post[-_]?)?password$/i;

/** The warning about a post that counts as a draft for such a reason; undefined for any other. `inPosts` is its path. */
export function impliedDraftFault(
  { data, unknown }: { data: Mapping } & Pick<FieldReading, 'unknown'>,
  inPosts: string,
  extraFields: readonly string[],
): Fault | undefined {
  const isOfSite = (name: string): boolean => extraFields.some((one) => foldKey(one) === foldKey(name));
  const key = unknown.find((name) => passwordKey.test(name));
  if (key !== undefined && !isAbsent(data[key]) && data[key] !== false && !isOfSite(key)) {
    return {
      rule: 'draft-unclear',
      level: 'warn',
      message: `post has a ${key}, so it counts as a draft: lists and feeds ask nobody for one`,
      hint: `write draft: true; or remove ${key} if everybody may see the post`,
      place: { path: [key], on: 'key' },
    };
  }
  const hiding = unknown.find((name) => saysUnseen(name, data[name]) && !isOfSite(name));
  if (hiding !== undefined) {
    return {
      rule: 'draft-unclear',
      level: 'warn',
      message: `“${abridge(`${hiding}: ${data[hiding]}`)}” says that not all readers see the post, so it counts as a draft`,
      hint: `write draft: true; or remove ${hiding} if readers may see it, or add it to extra_fields in the config`,
      place: { path: [hiding], on: 'key' },
    };
  }
  const place = hidingPlace(inPosts);
  return place === undefined || saysPublic(data) ? undefined : placeFault(`${place}, so it counts as a draft`);
}

/** The warning about a post whose file name begins as that of a draft may, or of a topic. */
export function doubtfulNameFault(data: Mapping, inPosts: string): Fault | undefined {
  const beginning = doubtfulBeginning(inPosts);
  if (beginning === undefined || saysPublic(data)) return undefined;
  return placeFault(`file name begins with “${beginning}”, which does not make the post a draft`);
}

function placeFault(message: string): Fault {
  return {
    rule: 'draft-unclear',
    level: 'warn',
    message,
    hint: 'write draft: true; or draft: false if readers may see it',
    place: { line: 1, column: 1 },
  };
}
