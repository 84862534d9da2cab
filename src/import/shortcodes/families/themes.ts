/** What themes and Shortcodes Ultimate call their columns, buttons and boxes; the same words stand in brackets in plain text. */
import { escapeHtml } from '../../escapeHtml.ts';
import { looseShortcodes, withheldShortcodes } from '../../withheld/table.ts';
import { placeInline, toInline, writeHeading, writeImage, writeLink, writeQuote, writeSection } from '../html.ts';
import { drop, type Family, leaveOut, type Mapper, mapNames, rule, unwrap, unwrapBlock } from '../shapes.ts';

const fractions =
  'one_half one_third two_third two_thirds one_fourth three_fourth three_fourths one_fifth two_fifth three_fifth four_fifth one_sixth five_sixth';
const columns = fractions
  .split(' ')
  .flatMap((name) => [name, `${name}_last`, `${name}_first`])
  .join(' ');

const button: Mapper = (code) => {
  const href = ['url', 'link', 'href', 'button_link'].map((name) => code.get(name)).find((value) => value !== '') ?? '';
  return placeInline(writeLink(href, toInline(code.content) || escapeHtml(code.text('text', 'title', 'label'))), code);
};

const section: Mapper = ({ content, text }) => writeSection(text('title', 'heading', 'name'), content);

const image: Mapper = ({ content, get, text }) =>
  /<img\s/i.test(content)
    ? content
    : writeImage(
        content.replace(/<[^<>]*>/g, '').trim() || get('src') || get('image') || get('url'),
        text('alt', 'title'),
        { href: get('link') },
      );

const quote: Mapper = ({ content, text }) => writeQuote(content, escapeHtml(text('cite', 'author', 'name', 'source')));

/** The names that themes use, which are ordinary words. */
export const looseFamily: Family = {
  ...mapNames(
    `${columns} row column columns col container div wrap group centre center accordions toggles tabgroup
    tabset fullwidth grid inner `,
    unwrapBlock,
  ),
  ...mapNames(
    `section box accordion accordian tabs title_box alert info notice message frame panel panels tooltip toggle tab
    accordion_item accordion-item spoiler expand collapse note infobox`,
    section,
  ),
  ...mapNames(looseShortcodes, leaveOut('hidden', 'not shown to everyone')),
  ...mapNames('span dropcap lead visitor guests', unwrap),
  ...mapNames('button btn', button),
  ...mapNames('image img', image),
  ...mapNames('quote blockquote pullquote', quote),
  ...mapNames('highlight mark', ({ content }) => `<mark>${content}</mark>`),
  ...mapNames('title heading', ({ content, get, text }) =>
    writeHeading(content || escapeHtml(text('text', 'title')), get('size') || 3),
  ),
  ...mapNames('separator divider hr', rule),
  ...mapNames('spacer space clear clearboth gap br', drop),
  ...mapNames('latex math', ({ content, values }) => `<code>${content || escapeHtml(values.join(' '))}</code>`),
};

/** Shortcodes Ultimate, and plugins for members. */
export const ultimateFamily: Family = {
  ...mapNames('su_row su_column su_box_wrap su_accordion su_tabs su_lead su_list su_table', unwrapBlock),
  ...mapNames(withheldShortcodes, leaveOut('hidden', 'not shown to everyone')),
  ...mapNames('um_loggedout su_guests su_dropcap su_visibility su_label su_animate', unwrap),
  ...mapNames('su_button', button),
  ...mapNames('su_spoiler su_tab su_note su_box su_service su_lightbox_content su_expand', section),
  ...mapNames('su_heading', ({ content }) => writeHeading(content, 3)),
  ...mapNames('su_quote su_pullquote', quote),
  ...mapNames('su_highlight', ({ content }) => `<mark>${content}</mark>`),
  ...mapNames('su_divider', rule),
  ...mapNames('su_spacer su_icon', drop),
};
