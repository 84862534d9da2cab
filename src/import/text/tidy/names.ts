/** What becomes of each HTML element. Those that stand in none of these lists leave only their content. */

/** Elements that Markdown has, or that stay HTML, and that hold blocks or text. */
export const blocks = new Set(
  `p h1 h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption table caption thead tbody tfoot tr th td
  dl dt dd details summary`.split(/\s+/),
);

/** Elements that only begin and end a block. */
export const divisions = new Set(
  `address article aside body center dir div fieldset footer header hgroup html legend main menu nav section search
  optgroup option frameset`.split(/\s+/),
);

/** Inline elements that Markdown has, by the name that the tree gives them. */
export const formats: ReadonlyMap<string, string> = new Map(
  `strong strong b strong em em i em del del s del strike del code code tt code`
    .split(/\s+/)
    .flatMap((name, index, all): [string, string][] => (index % 2 === 0 ? [[name, all[index + 1] ?? '']] : [])),
);

/** Inline elements that stay HTML, which feeds carry. */
export const htmlFormats = new Set(
  'sub sup kbd u ins mark small abbr acronym cite dfn var samp q bdi bdo ruby rb rt rp'.split(' '),
);

/** Elements that go with their content, and the words for the report. */
export const dropped: ReadonlyMap<string, readonly [kind: string, what: string]> = new Map([
  ['script', ['script', 'script']],
  ['style', ['script', 'style sheet']],
  ['form', ['form', 'form']],
  ['input', ['form', 'field of a form']],
  ['button', ['form', 'button']],
  ['select', ['form', 'field of a form']],
  ['textarea', ['form', 'field of a form']],
  ['datalist', ['form', 'field of a form']],
  ['svg', ['image', 'drawing in the text (svg)']],
  ['math', ['structure', 'formula (MathML)']],
  ['canvas', ['script', 'drawing of a script (canvas)']],
  ['applet', ['script', 'applet']],
  ['xml', ['structure', 'data of Microsoft Word (xml)']],
  ['template', ['script', 'template']],
  ['area', ['link', 'link of an image map']],
  ['noembed', ['structure', 'text for old browsers (noembed)']],
  ['noframes', ['structure', 'text for old browsers (noframes)']],
] as const);

/** Elements of which nothing shows. */
export const unseen = new Set('head title meta link base param source track col colgroup wbr basefont'.split(' '));

/** Elements that show another page or file. */
export const embeds = new Set('iframe embed object audio video'.split(' '));
