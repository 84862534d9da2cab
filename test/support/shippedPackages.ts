/** The packages that come along with an installation. */

export interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
  integrity?: string;
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** The paths in a lock file (`node_modules/a`) of what its package needs to run, found as Node finds packages. */
export function shippedPaths(packages: Readonly<Record<string, Locked>>): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    const { dependencies, optionalDependencies } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const at = resolvePackage(name, path, packages);
      if (at === undefined || found.has(at)) continue;
      found.add(at);
      visit(at);
    }
  };
  visit('');
  return [...found].sort();
}

function resolvePackage(name: string, from: string, packages: Readonly<Record<string, Locked>>): string | undefined {
  const own = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (own in packages || from === '') return own in packages ? own : undefined;
  return resolvePackage(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), packages);
}
