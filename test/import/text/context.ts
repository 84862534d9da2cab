/** What the text of an item may look up, in tests. */
import type { ExportIndex, TextContext } from '../../../src/import/types.ts';

/** A context without attachments, in which every URL stays as it is. */
export function createContext(blocks: ExportIndex['blocks'] = new Map()): TextContext {
  const index: ExportIndex = {
    site: {
      title: '',
      description: '',
      url: 'https://blog.example.org',
      language: 'en-GB',
      version: '1.2',
      authors: [],
      terms: [],
    },
    attachments: new Map(),
    attachmentsByUrl: new Map(),
    blocks,
    guests: new Map(),
    parts: new Map(),
    paths: new Map(),
  };
  return { index, path: 'a.md', resolveFile: (url) => url, resolveLink: (url) => url };
}
