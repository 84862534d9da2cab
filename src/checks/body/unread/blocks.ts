/** Finds blocks that take text away from readers, or that lose the structure it was meant to have. */
import type { Fault } from '../../../diagnostic.ts';
import type { BodyParts } from '../partTypes.ts';
import { checkDefinitions } from './definitions.ts';
import { checkEscapes } from './escapes.ts';
import { checkFences } from './fences.ts';
import { checkHeadingSigns, checkSingleSigns } from './headings.ts';
import { checkRows } from './tables/rows.ts';
import { checkUnreadTables } from './tables/tables.ts';

/** Faults of fences, definitions, tables, headings and escapes. */
export function checkUnreadBlocks(parts: BodyParts, body: string): Fault[] {
  return [
    checkFences(parts),
    checkDefinitions(parts, body),
    checkRows(parts),
    checkUnreadTables(parts),
    checkHeadingSigns(parts),
    checkSingleSigns(parts),
    checkEscapes(parts),
  ].flat();
}
