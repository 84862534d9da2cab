/** Every shortcode that has a meaning here: a name, and what becomes of it. */
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

/** Words that people write in brackets: without an attribute or a closing tag they are text. */
export const looseNames: ReadonlySet<string> = new Set([
  ...Object.keys(looseFamily),
  ...Object.keys(formerFusion),
  ...Object.keys(notes),
  ...`form poll product products portfolio sharing likes newsletter archives sitemap hubspot iframe pdf ted tweet flickr
  facebook instagram pinterest spotify soundcloud archive giphy embed audio video reference references`.split(/\s+/),
]);
