/** The names of elements, whatever prefixes a file gives them. */

/** Prefixes that WordPress uses, with what is in their URIs in every version of WXR. */
const namespaces: readonly [uri: RegExp, prefix: string][] = [
  [/wordpress\.org\/export\/[^/]*\/?excerpt/i, 'excerpt'],
  [/wordpress\.org\/export\//i, 'wp'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/purl\.org\/dc\/elements/i, 'dc'],
];
const usual: readonly string[] = namespaces.map(([, prefix]) => prefix);

/** Reads declarations of namespaces, and gives elements the names that WordPress usually writes. */
export function createNames(reportUnbound: (prefix: string) => void) {
  const bound = new Map<string, string>();
  const known = new Map<string, string>();
  const nameOf = (name: string): string => {
    const colon = name.indexOf(':');
    if (colon === -1) return name;
    const prefix = name.slice(0, colon);
    const local = name.slice(colon);
    const canonical = bound.get(prefix);
    if (canonical === undefined && usual.includes(prefix)) reportUnbound(prefix);
    return (canonical ?? prefix) + local;
  };
  return {
    declare: (attributes: Readonly<Record<string, string>>): void => {
      for (const [name, uri] of Object.entries(attributes)) {
        if (!name.startsWith('xmlns:')) continue;
        const [, prefix] = namespaces.find(([pattern]) => pattern.test(uri)) ?? [];
        if (prefix !== undefined) bound.set(name.slice('xmlns:'.length), prefix);
        known.clear();
      }
    },
    nameOf: (name: string): string => {
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      const canonical = nameOf(name);
      // Text outside CDATA may hold any number of names.
      if (known.size < 1000) known.set(name, canonical);
      return canonical;
    },
  };
}
