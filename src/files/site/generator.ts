/** Which other program makes the site of a blog: readers then see the posts in its theme. */
import { readdirSync } from 'node:fs';
import { tried } from '../explain.ts';

/** The first that fits: the files or folders that a blog of this program has in its root. */
const signs: readonly (readonly [name: string, ...files: RegExp[]])[] = [
  ['Hugo', /^hugo\.(?:toml|yaml|yml|json)$/],
  ['Hugo', /^config\.toml$/, /^(?:archetypes|layouts|themes)$/],
  ['Zola', /^config\.toml$/, /^(?:templates|sass|themes)$/],
  ['Hexo', /^_config\.yml$/, /^scaffolds$/],
  ['Jekyll', /^_config\.yml$/],
  ['Astro', /^astro\.config\.(?:mjs|js|ts|mts|cjs)$/],
  ['Eleventy', /^(?:\.eleventy|eleventy\.config)\.(?:js|mjs|cjs|ts)$/],
  ['Docusaurus', /^docusaurus\.config\.(?:js|ts|mjs)$/],
  ['MkDocs', /^mkdocs\.ya?ml$/],
  ['Quarto', /^_quarto\.ya?ml$/],
  ['Pelican', /^pelicanconf\.py$/],
  ['Gatsby', /^gatsby-config\.(?:js|ts|mjs)$/],
];

/** The name of the program whose files a blog has; undefined if it has none. */
export function findGenerator(root: string): string | undefined {
  const names = tried(() => readdirSync(root)) ?? [];
  return signs.find(([, ...files]) => files.every((file) => names.some((name) => file.test(name))))?.[0];
}
