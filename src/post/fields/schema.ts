/**
 * Front matter as a schema, for editors. `blog validate` decides; the schema agrees with it as far as a schema can: it knows
 * neither the file name, nor the calendar, nor the other posts.
 */
import * as v from 'valibot';
import { allFieldNames, entryOf, fieldOf } from './names.ts';
import { schemaTypes } from './schemaTypes.ts';

/** The schema of front matter, aliases included. Other keys are allowed, since other tools have theirs. */
export function frontMatterSchema(): v.GenericSchema {
  const entries: Record<string, v.GenericSchema> = {};
  for (const name of allFieldNames()) {
    const field = fieldOf(name);
    if (field === undefined) continue;
    const { type, description, examples, flags } = entryOf(field);
    const alias = name === field ? '' : ` Same as ${field}.`;
    const metadata = v.metadata({
      title: titleOf(field),
      description: `${description}${alias}`,
      examples: [...examples],
    });
    const schema: v.GenericSchema = schemaTypes[type];
    const none = flags.includes('no') ? [v.literal(false)] : [];
    // Only the title is required: the date may be in the file name or under another name.
    entries[name] =
      name === 'title' ? v.pipe(schema, metadata) : v.optional(v.pipe(v.union([v.null(), schema, ...none]), metadata));
  }
  return v.looseObject(entries);
}

/** `photos_by` → “Photos by”. */
function titleOf(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' ');
}
