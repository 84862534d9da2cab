/** The stylesheet of all pages. docs/pages.md lists its variables. */

/** The stylesheet. */
export const stylesheet = `:root{color-scheme:light dark}
`;
