/** What links within a text lead to: its headings, and anchors of its author. */
import { decodeEntities } from '../../post/entities.ts';
import { createHeadingIds, pageIds } from '../../post/headingIds.ts';
import { type Tag, writeTag } from './tags.ts';

/** Returns functions for the tags of an HTML in order: one leaves out the id of another, one writes that of a heading. */
export function createAnchors(html: string) {
  const written = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  const nextId = createHeadingIds([...pageIds, ...written]);
  const seen = new Set<string>();
  return {
    keepFirst({ attributes }: Tag): void {
      const id = attributes.get('id');
      if (id === undefined) return;
      if (seen.has(id)) attributes.delete('id');
      seen.add(id);
    },
    /** `rest` is the HTML after the tag. */
    writeHeading(tag: Tag, rest: string): string {
      const own = tag.attributes.get('id');
      if (own !== undefined && !own.startsWith('line-')) return writeTag(tag);
      const inside = rest.slice(0, rest.indexOf('</h'));
      const id = nextId(decodeEntities(inside.replace(/<[^<>]*>/g, '')));
      if (id === '') return writeTag(tag);
      // A preview has marked the line of the heading already.
      if (own !== undefined) return `${writeTag(tag)}<span id="${id}"></span>`;
      tag.attributes.set('id', id);
      return writeTag(tag);
    },
  };
}
