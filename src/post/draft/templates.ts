/** The built-in templates. */

/** The lines of each template: headings, which may stay, and below them placeholders, which address the author. */
const templates = {
  post: [
    'Begin with what happened, in two or three sentences: who, where and when.',
    '## What we did',
    'Tell it in order, and say who did what: students, staff, partners.',
    '## What we found',
    'Write about one thing that worked, and one that did not. An example says more than a claim.',
    '## What comes next',
    'Say what will happen now, and how a reader can take part or get in touch.',
  ],
  event: [
    'Say in two sentences what the event was, where and when it was, and who came.',
    '## Why we met',
    'Name the question that brought people together, and who asked it.',
    '## What was said',
    'Pick two or three moments, and give people’s own words where they have agreed to be quoted.',
    '## What we are taking away',
    'Write what you will do differently, and what students and staff each took from the day.',
    '## Find out more',
    'Link to slides, notes or the next event, with words that say where each link leads.',
  ],
  interview: [
    'Introduce the person in two sentences: name, role, and why you wanted to talk to them.',
    '## How did you come to work in partnership?',
    'Give the first answer in their own words, and let them read it before it is published.',
    '## What did you do together, and who decided what?',
    'Ask for one example, and keep the details that only they can know.',
    '## What was harder than you expected?',
    'Leave room for an honest answer, and ask what helped.',
    '## What would you say to somebody who wants to get started?',
    'End with an answer that a reader can act on tomorrow.',
  ],
  reflection: [
    'Describe one moment of working in partnership that stays with you, as if it were a scene.',
    '## What I thought at the time',
    'Say what you expected and felt, before you knew how it would end.',
    '## What I see now',
    'Look at it again from the other side: how was it for the student, or the member of staff?',
    '## What I would do differently',
    'Name one thing that you will try next time, small enough to really do.',
  ],
} as const;

export type TemplateName = keyof typeof templates;

/** The names of the built-in templates. */
export const templateNames = Object.keys(templates) as TemplateName[];

/** The text of a template in Markdown, with each placeholder as a paragraph in italics. */
export function templateBody(name: TemplateName): string {
  return `${templates[name].map((line) => (isHeading(line) ? line : `*${line}*`)).join('\n\n')}\n`;
}

/** The placeholders of all templates, which an author must replace. */
export function placeholderSentences(): string[] {
  return Object.values(templates).flatMap((lines) => lines.filter((line) => !isHeading(line)));
}

function isHeading(line: string): boolean {
  return line.startsWith('## ');
}
