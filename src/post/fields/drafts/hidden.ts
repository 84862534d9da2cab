/** What makes a draft of a text whose fields do not, so that in doubt nothing is public. */
import type { Fault } from '../../../diagnostic.ts';
import type { Mapping } from '../../frontmatter/mapping.ts';
import type { FieldReading, Fields } from '../fields.ts';
import { emptySignFault } from './emptySigns.ts';
import { doubtfulNameFault, impliedDraftFault } from './impliedDraft.ts';
import { type DividedPost, strayDraftFault } from './strayDraft.ts';

interface Read extends Pick<FieldReading, 'unknown'> {
  data: Mapping;
  /** Undefined without front matter. */
  parts?: DividedPost;
  extraFields?: readonly string[];
}

/** Marks as a draft what a password, its folder or its file name hides; the faults of that, and of signs that are not read. */
export function hiddenFaults(
  fields: Fields,
  { data, unknown, parts, extraFields = [] }: Read,
  inPosts: string,
): Fault[] {
  if (fields.draft) return [];
  const implied = impliedDraftFault({ data, unknown }, inPosts, extraFields);
  const stray = parts && strayDraftFault(parts, extraFields);
  fields.draft = implied !== undefined;
  return [implied, stray ?? (implied ? undefined : (emptySignFault(data) ?? doubtfulNameFault(data, inPosts)))].filter(
    (fault) => fault !== undefined,
  );
}
