/** Footnotes of plugins: each becomes a mark with its text, of which the text’s own footnotes are made. */
import { escapeHtml } from '../../escapeHtml.ts';
import { toInline } from '../html.ts';
import { drop, type Family, type Mapper, mapNames } from '../shapes.ts';

const note: Mapper = ({ content, values, get, name }, tools) => {
  const text = toInline(content) || escapeHtml(get('note') || get('content') || get('text') || values.join(' '));
  if (text !== '') return `<sup data-footnote="${escapeHtml(text)}"></sup>`;
  // A second mark for a note that another one has.
  tools.addLoss('footnote', `[${name}] without a text left out`);
  return '';
};

export const notes: Family = {
  ...mapNames(
    'footnote footnotes_note ref efn_note efn note_ref fn mfn sidenote ft footnote_text zotpressInText',
    note,
  ),
  ...mapNames('footnotes efn_reference references reference efn_references footnotes_list display_footnotes fns', drop),
};
