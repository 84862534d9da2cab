/** Where a new post begins: a template of the blog's own, or one that is built in. */
import { join } from 'node:path';
import { compareDiagnostics, type Fault } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { leadsOutside } from '../../files/outside.ts';
import { readWhole } from '../../files/read.ts';
import { findTemplates, type TemplateFile } from '../../files/templates.ts';
import type { Answers } from '../../post/draft/draft.ts';
import { carriedText, ignoredKeys, type Proposal, proposalOf, valuesOf } from '../../post/draft/templateFields.ts';
import { type TemplateName, templateBody, templateNames } from '../../post/draft/templates.ts';
import { fillText, readTemplate, type Template } from '../../post/draft/templateText.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import { nearest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

/** A template that can be used. */
export interface ResolvedTemplate {
  name: string;
  /** What it says of the fields that were not given. Throws UserError where that is not valid. */
  propose(known: Partial<Answers>, slug: string | undefined): Proposal;
  /** Its text, and the other fields that it carries. */
  fill(answers: Answers, slug: string): Pick<Answers, 'carried' | 'body'>;
}

/**
 * The template of that name: the folder's own, else the built-in one. Without a name it is `post`. `hint` is told what
 * of it is not used. Throws UserError where there is none, or it is broken.
 */
export function resolveTemplate(
  name: string | undefined,
  site: SiteContext,
  hint: (text: string) => void,
): ResolvedTemplate {
  const folder = site.config.templates === undefined ? undefined : join(site.root, site.config.templates);
  const own = folder === undefined ? [] : findTemplates(folder, site.base, site.root);
  const wanted = (name ?? 'post').replace(/\.md$/i, '').normalize('NFC');
  const file = own.find((one) => one.name === wanted);
  if (file) return ownPattern(file, site, hint);
  if (isBuiltIn(wanted)) return builtIn(wanted);
  throw unknownTemplate(wanted, own, site);
}

function isBuiltIn(name: string): name is TemplateName {
  return (templateNames as readonly string[]).includes(name);
}

function builtIn(name: TemplateName): ResolvedTemplate {
  const nothing = { title: undefined, authors: [], photos_by: [], categories: [], tags: [], summary: undefined };
  return { name, propose: () => nothing, fill: () => ({ body: templateBody(name) }) };
}

function unknownTemplate(name: string, own: readonly TemplateFile[], site: SiteContext): UserError {
  const names = [...new Set([...own.map((one) => one.name), ...templateNames])];
  const meant = nearest(name, names);
  const advice = meant === undefined ? '' : `; did you mean “${visible(meant)}”?`;
  // The likeliest reason: the folder is there, and nobody told us of it.
  const inPosts = join(site.folder.path, '_templates');
  const mayLook = site.config.templates === undefined && leadsOutside(site.folder.path, inPosts) === undefined;
  const unsaid = mayLook && findTemplates(inPosts, site.base, site.folder.path).some((one) => one.name === name);
  const setting = unsaid
    ? `\nTo use ${site.folder.printed}_templates, say so in blog.config.yaml: templates: ${site.config.posts}/_templates`
    : '';
  return new UserError(
    `--template: there is no template “${visible(name)}”${advice}\nChoose from: ${names.map(visible).join(', ')}${setting}`,
  );
}

function ownPattern(file: TemplateFile, site: SiteContext, hint: (text: string) => void): ResolvedTemplate {
  const template = readOwn(file);
  const ignored = ignoredKeys(template);
  if (ignored.length > 0) {
    const them = ignored.length === 1 ? 'that is' : 'those are';
    hint(`${visible(file.file)}: ${ignored.join(', ')} left out, ${them} every post’s own`);
  }
  const settings = { timeZone: site.config.timeZone, authors: site.config.authors };
  const propose: ResolvedTemplate['propose'] = (known, slug) => {
    const result = proposalOf(template, valuesOf(known, slug), settings);
    if ('faults' in result) throw broken(file, result.faults, template);
    return result.proposal;
  };
  return {
    name: file.name,
    propose,
    fill(answers, slug) {
      propose(answers, slug);
      const values = valuesOf(answers, slug);
      return { carried: carriedText(template, values), body: fillText(template.body, values) };
    },
  };
}

function readOwn(file: TemplateFile): Template {
  const read = readWhole(file);
  const result = 'fault' in read ? { faults: [read.fault] } : readTemplate(read.text);
  if ('template' in result) return result.template;
  throw broken(file, result.faults, result);
}

/** All that is wrong, each with its place in the template. */
function broken(
  { file, name }: TemplateFile,
  faults: readonly Fault[],
  { source }: Pick<Template, 'source'>,
): UserError {
  const lines = toDiagnostics(file, source, faults, {})
    .sort(compareDiagnostics)
    .map(({ line, column, message, hint }) => {
      const advice = hint === undefined ? '' : ` (${hint})`;
      return `  ${visible(`${file}:${line}:${column}: ${message}${advice}`)}`;
    });
  return new UserError(`the template “${visible(name)}” has mistakes\n${lines.join('\n')}`);
}
