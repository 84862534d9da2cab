/** The template a new post starts from: one of the blog's own, or a built-in one. */
import { join } from 'node:path';
import { compareDiagnostics, type Fault } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { leadsOutside } from '../../files/outside.ts';
import { readWhole } from '../../files/read.ts';
import { findTemplates, type TemplateFile } from '../../files/templates.ts';
import type { DraftFields } from '../../post/draft/draft.ts';
import { carriedText, ignoredKeys, type Proposal, proposalOf } from '../../post/draft/templateFields.ts';
import { templateBody, templateNames } from '../../post/draft/templates.ts';
import { fillText, readTemplate, type Template, valuesOf } from '../../post/draft/templateText.ts';
import type { FieldName } from '../../post/fields/names.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import { nearest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

/** A template that can be used. */
export interface ResolvedTemplate {
  /** The fields it proposes, given those already known. Throws UserError where they are invalid. */
  propose(known: Partial<DraftFields>, slug: string | undefined): Proposal;
  /** Its text, and the other fields it carries over. */
  fill(answers: DraftFields, slug: string): Pick<DraftFields, 'carried' | 'body'>;
}

/** The template of that name (default: `post`), the folder's own first. Throws UserError if it is not found or has errors. */
export function resolveTemplate(
  name: string | undefined,
  site: SiteContext,
  hint: (text: string) => void,
): ResolvedTemplate {
  const folder = site.config.templates === undefined ? undefined : join(site.root, site.config.templates);
  const own = folder === undefined ? [] : findTemplates(folder, site.base, site.root);
  const wanted = (name ?? 'post').replace(/\.md$/i, '').normalize('NFC');
  const file = own.find((one) => one.name === wanted);
  if (file) return ownTemplate(file, site, hint);
  const builtIn = templateNames.find((one) => one === wanted);
  if (builtIn === undefined) throw unknownTemplate(wanted, own, site);
  const nothing = { title: undefined, authors: [], photos_by: [], categories: [], tags: [], summary: undefined };
  return { propose: () => nothing, fill: () => ({ body: templateBody(builtIn) }) };
}

function unknownTemplate(name: string, own: readonly TemplateFile[], site: SiteContext): UserError {
  const names = [...new Set([...own.map((one) => one.name), ...templateNames])];
  const near = nearest(name, names);
  const advice = near === undefined ? '' : `; did you mean “${near}”?`;
  // The likeliest reason is a folder of templates that the config does not name.
  const inPosts = join(site.folder.path, '_templates');
  const mayLook = site.config.templates === undefined && leadsOutside(site.folder.path, inPosts) === undefined;
  const isUnconfigured =
    mayLook && findTemplates(inPosts, site.base, site.folder.path).some((one) => one.name === name);
  const setting = isUnconfigured
    ? [`To use ${site.folder.printed}_templates, add to blog.config.yaml: templates: ${site.config.posts}/_templates`]
    : [];
  return new UserError([
    `--template: template “${name}” not found${advice}`,
    `Choose from: ${names.join(', ')}`,
    ...setting,
  ]);
}

function ownTemplate(file: TemplateFile, site: SiteContext, hint: (text: string) => void): ResolvedTemplate {
  const template = readOwn(file);
  const ignored = ignoredKeys(template);
  if (ignored.length > 0) hint(`${visible(file.file)}: ignored ${ignored.join(', ')}; each post has its own`);
  const settings = { timeZone: site.config.timeZone, authors: site.config.authors };
  const propose: ResolvedTemplate['propose'] = (known, slug) => {
    const result = proposalOf(template, valuesOf(known, slug), settings);
    if ('faults' in result) throw broken(file, result.faults, template.source);
    return result.proposal;
  };
  return {
    propose,
    fill(answers, slug) {
      propose(answers, slug);
      const values = valuesOf(answers, slug);
      const given: FieldName[] = [
        ...(answers.lang === undefined ? [] : (['lang'] as const)),
        ...(answers.editors ? (['editors'] as const) : []),
        ...(answers.image ? (['image', 'image_alt'] as const) : []),
      ];
      return { carried: carriedText(template, values, given), body: fillText(template.body, values) };
    },
  };
}

function readOwn(file: TemplateFile): Template {
  const read = readWhole(file);
  const result = 'fault' in read ? { faults: [read.fault] } : readTemplate(read.text);
  if ('template' in result) return result.template;
  throw broken(file, result.faults, result.source);
}

/** The error that lists all that is wrong with a template, each with its place. */
function broken({ file, name }: TemplateFile, faults: readonly Fault[], source: Template['source']): UserError {
  const lines = toDiagnostics(file, source, faults, {})
    .sort(compareDiagnostics)
    .map(({ line, column, message, hint }) => {
      const advice = hint === undefined ? '' : ` (${hint})`;
      return `  ${file}:${line}:${column}: ${message}${advice}`;
    });
  return new UserError([`template “${name}” has errors`, ...lines]);
}
