/** The posts of a preview as they are now, and of a broken one what it was before. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { indexPosts, type PostIndex } from '../../blog/postIndex.ts';
import { createHeadReader } from '../../files/heads.ts';
import { findPosts, type PostFile } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import { isSameState, stateOf } from '../../files/watch/states.ts';
import { cutPost } from '../../post/frontmatter/frontMatter.ts';
import { type PostReading, readPost } from '../../post/post.ts';
import { type SiteContext, unreadable } from '../site.ts';

/** A post that is known; `reading` and `head` are undefined until it was read. */
interface Known {
  file: PostFile;
  /** Of the file when it was last read. */
  state: string;
  /** The text of its front matter. */
  head?: string;
  reading?: PostReading;
  /** Its last valid reading, which pages are made from while it is broken. */
  good?: PostReading;
}

/** A text and the line of its file on which it begins. */
export interface Body {
  text: string;
  line: number;
  /** Whether the file has none that can be read now. */
  isOld?: boolean;
}

/** What reading a file again has shown: whether its fields have changed, or at most its text. */
export type Change = 'fields' | 'text' | 'none';

/** What is kept when the config changes, and all posts are read again. */
export interface Memory {
  bodies: ReadonlyMap<string, Body>;
  goodOf(name: string): PostReading | undefined;
}

export type Posts = ReturnType<typeof createPosts>;

/** How many files are read between two turns of the event loop, in which requests are answered. */
const slice = 100;

/** The posts of a folder; none is read yet. */
export function createPosts(site: SiteContext, before?: Memory) {
  const known = new Map<string, Known>();
  /** By absolute path. */
  const names = new Map<string, string>();
  /** Of those whose pages were shown. */
  const bodies = new Map<string, Body>(before?.bodies);
  const readText = createHeadReader();

  const list = (): { added: string[]; removed: string[] } => {
    const files = new Map(findPosts(site.folder).map((file) => [file.file, file]));
    const removed = [...known.keys()].filter((file) => !files.has(file));
    const added: string[] = [];
    for (const [name, file] of files) {
      const one = known.get(name);
      // Another file may have changed whether its name has a language.
      if (one && one.file.language?.path === file.language?.path && one.file.fault === file.fault) continue;
      if (!one) added.push(name);
      known.set(name, { file, state: '' });
      names.set(file.path, name);
    }
    return { added, removed };
  };

  const read = (name: string): Change => {
    const one = known.get(name);
    if (!one) return 'none';
    const state = stateOf(one.file.path);
    if (one.reading && state === one.state) return 'none';
    const found = readText(one.file);
    one.state = state;
    const head = 'text' in found ? found.text : undefined;
    const isSame = one.reading !== undefined && head !== undefined && head === one.head;
    if (isSame) return 'text';
    if (head === undefined) delete one.head;
    else one.head = head;
    one.reading = 'fault' in found ? unreadable(one.file, found.fault) : toReading(one.file, found.text, site);
    const good = one.reading.post ? one.reading : (one.good ?? before?.goodOf(name));
    if (good) one.good = good;
    return 'fields';
  };

  return {
    bodies: bodies as ReadonlyMap<string, Body>,
    /** Looks for files that are new, and for those that are gone, which stay until they are forgotten. */
    list,
    forget(gone: readonly string[]) {
      for (const name of gone) {
        names.delete(known.get(name)?.file.path ?? '');
        known.delete(name);
      }
    },
    /** The post at an absolute path. */
    fileAt: (path: string): PostFile | undefined => known.get(names.get(path) ?? '')?.file,
    fileOf: (name: string): PostFile | undefined => known.get(name)?.file,
    readingOf: (name: string): PostReading | undefined => known.get(name)?.reading,
    goodOf: (name: string): PostReading | undefined => known.get(name)?.good,
    headOf: (name: string): string | undefined => known.get(name)?.head,
    /** Whether the file of a post is another than when it was read. */
    isChanged(name: string): boolean {
      const one = known.get(name);
      return one !== undefined && stateOf(one.file.path) !== one.state;
    },
    /** Which of the new files are those of posts that had another name, old → new. */
    findRenamed(removed: readonly string[], added: readonly string[]): Map<string, string> {
      const renamed = new Map<string, string>();
      for (const old of removed) {
        const before = known.get(old);
        const found = added.find((name) => before && isSamePost(before, known.get(name)));
        if (found !== undefined) renamed.set(old, found);
      }
      return renamed;
    },
    files: (): PostFile[] => [...known.values()].map(({ file }) => file),
    /** Reads a post again, if its file has changed. */
    read,
    /** Reads those that are not read yet, a few at a time. */
    async readAll(): Promise<void> {
      let count = 0;
      for (const [name, one] of [...known]) {
        if (one.reading) continue;
        read(name);
        if (++count % slice === 0) await nextTurn();
      }
    },
    /** Those that were read. A broken one is indexed as it was before. */
    index(now: number): PostIndex {
      const readings = [...known.values()].flatMap(({ reading, good }) => good ?? reading ?? []);
      return indexPosts(readings, site.config, now);
    },
    /** The text of a post as it is now, or of a broken one as it was last shown. */
    bodyOf(name: string): Body {
      const file = known.get(name)?.file;
      const found = file && readWhole(file);
      const cut = found && 'text' in found && found.text !== '' ? cutBody(found.text) : undefined;
      if (cut) bodies.set(name, cut);
      return cut ?? { ...(bodies.get(name) ?? { text: '', line: 1 }), isOld: true };
    },
    /** Whether a post is broken, and shown with the fields that it had. */
    isBroken: (name: string): boolean => known.get(name)?.reading?.post === undefined,
  };
}

/** By its id, its front matter or its file. */
function isSamePost(before: Known, now: Known | undefined): boolean {
  const id = before.good?.post?.id;
  if (id !== undefined && id === now?.good?.post?.id) return true;
  return (before.head !== undefined && before.head === now?.head) || isSameState(before.state, now?.state ?? '');
}

function cutBody(text: string): Body | undefined {
  const parts = cutPost(text);
  return parts && { text: parts.body, line: parts.head.split('\n').length };
}

/** Without the text, which there may be ten thousand of. */
function toReading(file: PostFile, text: string, { config }: SiteContext): PostReading {
  const { body: _, data: __, ...reading } = readPost(file.file, text, config, file);
  return reading;
}
