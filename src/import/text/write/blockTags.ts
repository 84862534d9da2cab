/** The tags of the tidy tree that are blocks. */
export const blockTags: ReadonlySet<string> = new Set(
  `root boundary more p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr legend figure figcaption table caption thead tbody tfoot tr th
  td dl dt dd details summary notes`.split(/\s+/),
);
