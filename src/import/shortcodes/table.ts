/** Every shortcode that has a meaning here: a name, and what becomes of it. */
import { hasAttributes } from './attributes.ts';
import { bakeryFamily } from './families/bakery.ts';
import { diviFamily } from './families/divi.ts';
import { embeds } from './families/embeds.ts';
import { formerFusion } from './families/formerFusion.ts';
import { fusion } from './families/fusion.ts';
import { leftOut } from './families/leftOut.ts';
import { notes } from './families/notes.ts';
import { looseFamily, ultimateFamily } from './families/themes.ts';
import { wordpress } from './families/wordpress.ts';
import type { Mapper } from './shapes.ts';

/** All families in one table; a later one has the last word. */
export const mappers: ReadonlyMap<string, Mapper> = new Map(
  [
    looseFamily,
    formerFusion,
    ultimateFamily,
    leftOut,
    fusion,
    diviFamily,
    bakeryFamily,
    embeds,
    notes,
    wordpress,
  ].flatMap((family) => Object.entries(family)),
);

/** Embeds whose URL may stand behind a colon or an equals sign, as in `[audio:https://…]`, and whose names are words as well. */
const embedNames: ReadonlySet<string> = new Set(
  'iframe pdf ted tweet flickr facebook instagram pinterest spotify soundcloud archive giphy embed audio video'.split(
    ' ',
  ),
);

/** Words that people write in brackets: without an attribute or a closing tag they are text. */
export const looseNames: ReadonlySet<string> = new Set([
  ...Object.keys(looseFamily),
  ...Object.keys(formerFusion),
  ...Object.keys(notes),
  ...embedNames,
  ...'form poll product products portfolio sharing likes newsletter archives sitemap hubspot reference references'.split(
    ' ',
  ),
]);

/** Whether the text between a shortcode’s name and its `]` makes it one, rather than a word in brackets. */
export function isMeant(name: string, attributes: string): boolean {
  return hasAttributes(attributes) || (embedNames.has(name) && /^[=:]https?:\/\//.test(attributes));
}
