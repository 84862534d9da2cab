/**
 * The accessibility statement that `blog init --site` begins: what the Public Sector Bodies (Websites and Mobile Applications)
 * (No. 2) Accessibility Regulations 2018 ask of public bodies in the UK.
 */

/** Its file in the posts folder. */
export const statementFile = '_site/accessibility.md';

/** Headings, which may stay, and below them what to write there, which addresses the author. */
const lines = [
  'Say whose website this is, which pages the statement is about, and that you want everybody to be able to use them.',
  '## How accessible this website is',
  'Say which level of WCAG 2.2 AA the website meets: fully, partially or not compliant, and since when you know.',
  '## What we know is not accessible',
  'List each problem, whom it affects, and when you will have solved it; or say that you know of none.',
  '## Tell us about problems',
  'Give an e-mail address and a phone number, and say how soon you will answer somebody who needs a text in another form.',
  '## If you are not content with our answer',
  'Name the body that enforces the rules: in England, Scotland and Wales the Equality Advisory and Support Service.',
  '## How we tested it, and when',
  'Say who tested the website, how and on which day, and when this statement was written and last reviewed.',
] as const;

/** The statement in Markdown, with each placeholder as a paragraph in italics: a draft, since nobody should read those. */
export function statementText(): string {
  const paragraphs = lines.map((line) => (isHeading(line) ? line : `*${line}*`));
  return `---\ntitle: Accessibility statement\ndraft: true # delete this line once all below is filled in\n---\n\n${paragraphs.join('\n\n')}\n`;
}

/** What to do with the statement in the file `shown`, on one line. */
export function statementStep(shown: string): string {
  return `${shown} is a draft: fill it in, then delete its line “draft: true”; until then the site is without it.`;
}

/** What an author must replace. */
export function statementPlaceholders(): string[] {
  return lines.filter((line) => !isHeading(line));
}

/** The section of the config that leads readers to the statement. */
export function siteSection(): string {
  return `
# The pages that \`blog build\` writes.
site:
  # Links at the end of every page. Pages of your own are files such as ${statementFile} in the posts folder.
  footer:
    - label: Accessibility
      url: /accessibility/ # relative to site_url
  # A line or two about the blog, on its home page.
  # description: Students and staff write side by side about working in partnership.
  # Files of your own, from this folder: a picture for the top of every page, and CSS that changes how pages look.
  # logo: logo.svg
  # stylesheet: site.css
`;
}

function isHeading(line: string): boolean {
  return line.startsWith('## ');
}
