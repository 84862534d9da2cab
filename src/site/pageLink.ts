/** What a page links to. */

/** A link or image of a page to something on the host of the site. */
export interface PageLink {
  /** The file that it is written in, for messages. */
  file: string;
  written: string;
  /** Absolute. */
  url: string;
  use: 'link' | 'image';
  /** What comes before a path of the site where it is written: the path of the site, or nothing in the config. */
  root: string;
  /** Whether the config has it, whose links `blog validate` does not look at. */
  isFromConfig?: boolean;
}
