/** The JSON Schema (draft 2020-12) of the report of `blog import`. */
import { count, draft, type OutputSchema, object, orNull, place, text, texts } from '../outputSchemas.ts';

/** The schema of `blog import --format json`, and of `_wordpress/report.json`. */
export function importReportSchema(): OutputSchema {
  const list = (items: OutputSchema): OutputSchema => ({ type: 'array', items });
  const counts = object({ total: count, imported: count, skipped: count });
  const id = orNull(count);
  const loss = { kind: text, what: text, count };
  const difference = object({ kind: text, what: text });
  const problem = object({ line: place, message: text, lost: { type: 'boolean' } });
  return {
    $schema: draft,
    title: 'Report of blog import',
    description: 'Total is always imported plus skipped. Posts that are not public are named by their number only.',
    ...object({
      version: { const: 1 },
      site: object({ title: text, url: text }),
      files: list(object({ file: text, items: count, problems: list(problem) })),
      items: counts,
      skipped: list(object({ reason: text, count, posts: list(object({ id, title: text }, ['title'])) })),
      comments: counts,
      skippedComments: list(object({ reason: text, count })),
      losses: list(object({ ...loss, posts: count })),
      posts: list(object({ file: text, id, losses: list(object(loss)) })),
      verification: orNull(
        object({
          ...{ posts: count, identical: count, sameText: count, different: count },
          differences: list(object({ file: text, id, differences: list(difference) })),
          faults: list(object({ file: text, message: text })),
        }),
      ),
      edited: list(object({ file: text, alsoChanged: { type: 'boolean' } })),
      deleted: texts,
      outdated: texts,
      withdrawn: texts,
      missing: texts,
      uploads: object({ copied: count, missing: texts, refused: list(object({ url: text, reason: text })) }),
      fetch: texts,
      feeds: texts,
    }),
  };
}
